// Copies the article's address. The button is there only where this works.
const item = document.querySelector("[data-copy-link]");

if (item && navigator.clipboard) {
  const status = item.closest("section").querySelector("[role=status]");
  item.hidden = false;
  item.querySelector("button").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(item.dataset.copyLink);
      status.textContent = "주소를 복사했습니다.";
    } catch {
      status.textContent = `복사하지 못했습니다. ${item.dataset.copyLink}`;
    }
  });
}
