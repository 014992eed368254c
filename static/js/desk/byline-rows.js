// Rows of names: added, removed and put in order by buttons. Without this script there are spare rows and numbers to type.
export class BylineRows {
  constructor(section, { onChange, say }) {
    this.section = section;
    this.list = section.querySelector("ol");
    this.template = section.querySelector("template");
    this.total = section.querySelector("[name=bylines-TOTAL_FORMS]");
    this.add = section.querySelector("[data-row=add]");
    this.onChange = onChange;
    this.say = say;
    section.classList.add("desk-bylines--scripted");
    this.add.hidden = false;
    for (const row of this.rows()) row.querySelector(".desk-byline__buttons").hidden = false;
    this.removeSpare();
    section.addEventListener("click", (event) => this.pressed(event.target.closest("[data-row]")));
  }

  rows() {
    return [...this.list.children];
  }

  removeSpare() {
    for (const row of this.rows().slice(1).reverse()) {
      if (isEmpty(row)) row.remove();
    }
    this.renumber();
  }

  pressed(button) {
    if (!button) return;
    const row = button.closest("li");
    const does = {
      add: () => this.appendRow().querySelector("select, input").focus(),
      up: () => this.move(row, row.previousElementSibling, "before", button),
      down: () => this.move(row, row.nextElementSibling, "after", button),
      remove: () => this.remove(row),
    };
    does[button.dataset.row]();
    this.renumber();
    this.onChange();
  }

  move(row, neighbour, where, button) {
    if (!neighbour) return;
    neighbour[where](row);
    button.focus();
    this.say(`${this.rows().indexOf(row) + 1}번째로 옮겼습니다.`);
  }

  remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector("[data-row=remove]") ?? this.add).focus();
    this.say("필자를 뺐습니다.");
  }

  appendRow() {
    const index = this.freeIndex();
    const holder = document.createElement("ol");
    holder.innerHTML = this.template.innerHTML.replaceAll("__prefix__", index);
    const row = holder.firstElementChild;
    row.querySelector(".desk-byline__buttons").hidden = false;
    this.list.append(row);
    this.total.value = Math.max(Number(this.total.value), index + 1);
    // The admin's script gives the new row its choice by typing.
    row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: "bylines" } }));
    return row;
  }

  freeIndex() {
    const taken = new Set(this.rows().map((row) => row.querySelector("select").name));
    let index = 0;
    while (taken.has(`bylines-${index}-reporter`)) index += 1;
    return index;
  }

  // Rows, as many as there are names in the entries of a form (see article-form.js), with the same numbers.
  makeRoom(indexes) {
    for (const row of this.rows()) row.remove();
    while (this.rows().length < indexes) this.appendRow();
    this.renumber();
  }

  renumber() {
    this.rows().forEach((row, place) => {
      row.querySelector("[name$=-ORDER]").value = place + 1;
    });
  }
}

function isEmpty(row) {
  const fields = row.querySelectorAll("select, input[type=text]");
  return [...fields].every((field) => !field.value) && !row.querySelector(".errorlist");
}
