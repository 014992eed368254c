// Gives the admin's choices by typing (select2) the names of their fields: they are made beside the field, and come without.
export function nameChoices(root) {
  for (const select of root.querySelectorAll("select.admin-autocomplete")) {
    const made = select.nextElementSibling;
    const label = root.querySelector(`label[for="${select.id}"]`);
    if (!label || !made?.matches(".select2")) continue;
    label.id ||= `${select.id}_label`;
    const box = made.querySelector("[role=combobox]");
    const value = made.querySelector(".select2-selection__rendered");
    value.setAttribute("aria-labelledby", label.id);
    box.setAttribute("aria-labelledby", value.id ? `${label.id} ${value.id}` : label.id);
    made.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id);
  }
}
