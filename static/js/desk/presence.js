// Tells the server every ten seconds that the article is open here, and hears who else has it open.
import { post } from "./server.js";

const EVERY = 10_000; // milliseconds; articles.models.revision.SEEN_LATELY counts on it

export class Presence {
  constructor({ url, data, onAnswer, onRefusal }) {
    Object.assign(this, { url, data, onAnswer, onRefusal });
    setInterval(() => this.beat(), EVERY);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.beat());
    addEventListener("pageshow", (event) => event.persisted && this.beat());
    this.beat();
  }

  async beat() {
    if (!this.url()) return;
    try {
      this.onAnswer(await post(this.url(), this.data()));
    } catch (refusal) {
      this.onRefusal(refusal);
    }
  }

  leave() {
    if (!this.url()) return;
    const data = this.data();
    data.set("leave", "1");
    post(this.url(), data, { keepalive: true }).catch(() => {});
  }
}
