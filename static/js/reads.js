// Tells the server, once, that the article was on the screen for five seconds. Says nothing about who read it.
const LONG_ENOUGH = 5000; // milliseconds
const article = document.querySelector("[data-reads-url]");
let timer = 0;

const watch = () => {
  clearTimeout(timer);
  if (document.visibilityState !== "visible") return;
  timer = setTimeout(() => {
    document.removeEventListener("visibilitychange", watch);
    navigator.sendBeacon(article.dataset.readsUrl);
  }, LONG_ENOUGH);
};

if (article) {
  document.addEventListener("visibilitychange", watch);
  watch();
}
