// What is in the form, taken out and put back. Fields that say where the text comes from are not part of it.
const NOT_TYPED = /^(csrfmiddlewaretoken|base|tab|person|continued|then|pick-.*|bylines-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS)$/;

export class ArticleForm {
  constructor(form, body) {
    this.form = form;
    this.body = body;
    this.rows = null; // BylineRows, which tell of their changes themselves
    this.listeners = [];
    this.frozen = null; // what was typed when writing ended: fields that are disabled are no part of a FormData
    const tellOf = ({ target }) => this.tell(target.name ?? "");
    form.addEventListener("input", tellOf);
    // Choices by typing tell jQuery alone.
    window.django?.jQuery(form).on("change", tellOf);
    body.onChange(() => this.tell("body"));
  }

  // Listeners are given the name of the field that changed.
  onChange(listener) {
    this.listeners.push(listener);
  }

  tell(name) {
    for (const listener of this.listeners) listener(name);
  }

  get(name) {
    return this.form.elements[name].value;
  }

  set(name, value) {
    this.form.elements[name].value = value;
  }

  payload() {
    if (this.frozen) return copyOf(this.frozen);
    const data = new FormData(this.form);
    data.set("body", this.body.get());
    for (const name of [...data.keys()]) {
      if (name === "csrfmiddlewaretoken" || name.startsWith("pick-")) data.delete(name);
    }
    return data;
  }

  // [name, value, label]: a choice bears the words it was shown with.
  entries() {
    return [...this.payload()]
      .filter(([name]) => !NOT_TYPED.test(name))
      .map(([name, value]) => [name, value, this.labelOf(name, value)]);
  }

  labelOf(name, value) {
    const field = this.form.elements[name];
    if (!(field instanceof HTMLSelectElement)) return "";
    return [...field.options].find((option) => option.value === value)?.text ?? "";
  }

  write(entries) {
    const rows = new Set(entries.map(([name]) => name.match(/^bylines-(\d+)-/)?.[1]).filter(Boolean));
    const places = [...rows].sort((a, b) => order(entries, a) - order(entries, b));
    this.rows.makeRoom(places.length);
    const moved = entries.map(([name, ...rest]) => [
      name.replace(/^bylines-(\d+)-/, (_, row) => `bylines-${places.indexOf(row)}-`),
      ...rest,
    ]);
    for (const field of this.fields()) fill(field, moved.filter(([name]) => name === field.name));
    this.rows.renumber();
    this.body.set(moved.find(([name]) => name === "body")?.[1] ?? "");
  }

  fields() {
    return [...this.form.elements].filter(
      (field) => field.name && field.name !== "body" && field.type !== "hidden" && field.tagName !== "BUTTON" && !NOT_TYPED.test(field.name),
    );
  }

  setReadOnly(isReadOnly) {
    this.frozen = null;
    if (isReadOnly) this.frozen = this.payload();
    this.body.setReadOnly(isReadOnly);
    for (const field of this.form.elements) {
      if (field.type === "hidden" || field.name === "body") continue;
      if (["text", "textarea", "number", "datetime-local"].includes(field.type)) field.readOnly = isReadOnly;
      else field.disabled = isReadOnly;
    }
  }
}

function copyOf(data) {
  const copy = new FormData();
  for (const [name, value] of data) copy.append(name, value);
  return copy;
}

function order(entries, row) {
  return Number(entries.find(([name]) => name === `bylines-${row}-ORDER`)?.[1] ?? 0);
}

function fill(field, entries) {
  const values = entries.map(([, value]) => value);
  if (field.type === "checkbox") {
    field.checked = values.length > 0;
  } else if (field.tagName === "SELECT") {
    choose(field, entries);
  } else {
    field.value = values[0] ?? "";
  }
}

function choose(select, entries) {
  for (const [, value, label] of entries) {
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(label, value));
  }
  const values = entries.map(([, value]) => value);
  for (const option of select.options) option.selected = values.includes(option.value);
  window.django?.jQuery(select).trigger("change.select2");
}
