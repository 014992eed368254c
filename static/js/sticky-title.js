// Once the title has left the screen it stays on top as one line, with how far one has read.
const bar = document.querySelector("[data-sticky-title]");
const title = document.getElementById("title");
const body = document.getElementById("article-body");

if (bar && title && body) {
  const progress = bar.querySelector("progress");
  let waiting = false;

  const update = () => {
    waiting = false;
    const { top, height } = body.getBoundingClientRect();
    progress.value = Math.max(0, Math.min(100, (100 * (innerHeight * 0.6 - top)) / height));
  };
  const schedule = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(update);
    }
  };

  new IntersectionObserver(([entry]) => {
    bar.hidden = entry.isIntersecting || entry.boundingClientRect.top > 0;
  }).observe(title);
  addEventListener("scroll", schedule, { passive: true });
  addEventListener("resize", schedule, { passive: true });
  update();
}
