// The body's editor. The one script that knows CKEditor; where it did not load, the plain field does.
const SAVE_KEY = 83; // S

export async function bodyEditor(textarea) {
  return window.CKEDITOR ? new RichBody(textarea, await ready(textarea.id)) : new PlainBody(textarea);
}

function ready(id) {
  const editor = window.CKEDITOR.instances[id];
  if (editor?.status === "ready") return Promise.resolve(editor);
  return new Promise((resolve) => {
    window.CKEDITOR.on("instanceReady", (event) => {
      if (event.editor.name === id) resolve(event.editor);
    });
  });
}

class RichBody {
  constructor(textarea, editor) {
    this.editor = editor;
    this.original = textarea.defaultValue;
    this.isTouched = false;
    this.pending = null; // what was set and is not in the frame yet
    this.listeners = [];
    // The editor writes HTML in its own way. A body that nobody changed stays as it came, to the letter.
    editor.on("getData", (event) => {
      if (this.pending !== null) event.data.dataValue = this.pending;
      else if (!this.isTouched || !editor.checkDirty()) event.data.dataValue = this.original;
    }, null, null, 1000);
    editor.on("change", () => this.changed());
    editor.on("contentDom", () => this.enterFrame());
    this.enterFrame();
    new MutationObserver(() => this.followScheme()).observe(document.documentElement, { attributeFilter: ["class"] });
  }

  enterFrame() {
    const editable = this.editor.editable();
    // In the middle of a syllable the editor has not noticed a change yet.
    editable.attachListener(editable, "input", () => this.changed());
    this.followScheme();
  }

  followScheme() {
    const root = this.editor.document?.$.documentElement;
    root?.classList.toggle("dark", document.documentElement.classList.contains("dark"));
  }

  changed() {
    if (this.pending !== null) return;
    this.isTouched = true;
    for (const listener of this.listeners) listener();
  }

  onChange(listener) {
    this.listeners.push(listener);
  }

  onSaveKey(save) {
    this.editor.addCommand("deskSave", { exec: () => save(), readOnly: 1, canUndo: false });
    this.editor.setKeystroke(window.CKEDITOR.CTRL + SAVE_KEY, "deskSave");
  }

  get() {
    return this.editor.getData();
  }

  set(markup) {
    this.pending = markup;
    this.editor.setData(markup, {
      callback: () => {
        this.pending = null;
        this.isTouched = true;
      },
    });
    for (const listener of this.listeners) listener();
  }

  focus() {
    this.editor.focus();
  }

  setReadOnly(isReadOnly) {
    this.editor.setReadOnly(isReadOnly);
  }
}

class PlainBody {
  constructor(textarea) {
    this.textarea = textarea;
  }

  onChange(listener) {
    this.textarea.addEventListener("input", listener);
  }

  onSaveKey() {}

  get() {
    return this.textarea.value;
  }

  set(markup) {
    this.textarea.value = markup;
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  focus() {
    this.textarea.focus();
  }

  setReadOnly(isReadOnly) {
    this.textarea.readOnly = isReadOnly;
  }
}
