// Where two texts collide: choosing one puts it into its field at once. Without this script it is put there on saving.
export function followPicks(form, articleForm) {
  const source = document.getElementById("conflict-texts");
  if (!source) return;
  const texts = JSON.parse(source.textContent); // { mine: { title: … }, theirs: { … } }
  form.addEventListener("change", ({ target }) => {
    if (!target.name?.startsWith("pick-") || !texts[target.value]) return;
    const name = target.name.slice("pick-".length);
    if (!(name in texts[target.value])) return;
    if (name === "body") articleForm.body.set(texts[target.value].body);
    else articleForm.set(name, texts[target.value][name]);
    form.dispatchEvent(new Event("input"));
  });
  // Whoever types has chosen what is typed.
  const typedIn = (name) => {
    const own = form.querySelector(`[name="pick-${name}"][value=""]`);
    if (own) own.checked = true;
  };
  form.addEventListener("input", ({ target }) => target.name && !target.name.startsWith("pick-") && typedIn(target.name));
}
