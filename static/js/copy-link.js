// Copies the address that an element names. The buttons are there only where this works.
const watch = (item) => {
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
};

if (navigator.clipboard) document.querySelectorAll("[data-copy-link]").forEach(watch);
