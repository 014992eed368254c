// Where two texts collide: choosing one puts it into its field at once, where that is a text. Any other field, and every one
// without this script, takes what was chosen on saving.
export function followPicks(form, article) {
  const source = document.getElementById("conflict-texts");
  if (!source) return;
  const texts = JSON.parse(source.textContent); // { mine: { title: … }, theirs: { … } }
  let isPutting = false;

  form.addEventListener("change", ({ target }) => {
    if (!target.name?.startsWith("pick-") || !(target.value in texts)) return;
    const name = target.name.slice("pick-".length);
    if (!(name in texts[target.value])) return;
    isPutting = true;
    if (name === "body") article.body.set(texts[target.value].body);
    else article.set(name, texts[target.value][name]);
    article.tell(name);
    isPutting = false;
  });

  // Whoever types has chosen what is typed.
  article.onChange((name) => {
    if (isPutting) return;
    const field = name.startsWith("bylines-") ? "bylines" : name;
    const asTyped = form.querySelector(`[name="pick-${CSS.escape(field)}"][value=""]`);
    if (asTyped) asTyped.checked = true;
  });
}
