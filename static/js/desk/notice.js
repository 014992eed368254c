// Places above the form where the page says what has happened, each with its own words and buttons.
export function notice(name, text = "", actions = []) {
  const place = document.querySelector(`[data-notice="${name}"]`);
  const said = [text, ...actions.map(({ label }) => label)].join("\n");
  if (place.dataset.said === said) return; // What stands there is not read out again.
  place.dataset.said = said;
  if (!text) {
    place.replaceChildren();
    return;
  }
  const box = Object.assign(document.createElement("div"), { className: "desk-notice" });
  box.append(Object.assign(document.createElement("p"), { className: "desk-notice__head", textContent: text }));
  if (actions.length) {
    const buttons = Object.assign(document.createElement("div"), { className: "desk-notice__buttons" });
    buttons.append(...actions.map(element));
    box.append(buttons);
  }
  place.replaceChildren(box);
}

// An action leads somewhere (href), or does something (act).
function element({ label, href, act, isQuiet = false }) {
  const made = document.createElement(href ? "a" : "button");
  made.className = isQuiet ? "desk-button desk-button--quiet" : "desk-button";
  made.textContent = label;
  if (href) {
    Object.assign(made, { href, target: "_blank", rel: "noopener" });
  } else {
    made.type = "button";
    made.addEventListener("click", act);
  }
  return made;
}
