// The quiet line beside the buttons.
export class Status {
  constructor(element) {
    this.element = element;
  }

  // `link`: { text, href }, opened in a window of its own.
  say(text, { isTrouble = false, link = null } = {}) {
    if (this.element.dataset.said === text) return;
    this.element.dataset.said = text;
    this.element.classList.toggle("desk-bar__status--trouble", isTrouble);
    this.element.replaceChildren(text);
    if (link) {
      const anchor = Object.assign(document.createElement("a"), { href: link.href, textContent: link.text });
      Object.assign(anchor, { target: "_blank", rel: "noopener" });
      this.element.append(" ", anchor);
    }
  }
}
