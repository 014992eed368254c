// Sends what is typed a moment after each change: one request at a time, the newest text wins.
import { post } from "./server.js";

const AFTER_CHANGE = 1500; // milliseconds
const WHILE_TYPING = 5000;
const AGAIN = 5000;

export class Autosave {
  // `url` and `data` are functions; `onAnswer` and `onRefusal` are told what came of each request.
  constructor({ url, data, onAnswer, onRefusal }) {
    Object.assign(this, { url, data, onAnswer, onRefusal });
    this.typed = 0; // changes so far
    this.kept = 0; // of these, on the server
    this.firstUnkept = 0;
    this.timer = 0;
    this.running = null;
    this.isStopped = false;
    addEventListener("online", () => this.retry());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.retry());
  }

  get isBehind() {
    return this.kept < this.typed;
  }

  changed() {
    if (!this.isBehind) this.firstUnkept = Date.now();
    this.typed += 1;
    this.plan(Math.min(AFTER_CHANGE, Math.max(0, this.firstUnkept + WHILE_TYPING - Date.now())));
  }

  plan(delay) {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(() => this.now(), delay);
  }

  retry() {
    if (this.isBehind && !this.isStopped) this.plan(0);
  }

  // Sends what there is now, and waits for the answer. Gives it, or undefined when it was refused.
  async now() {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    this.running = this.send();
    try {
      return await this.running;
    } finally {
      this.running = null;
    }
  }

  async send() {
    const sent = this.typed;
    try {
      const answer = await post(this.url(), this.data());
      this.kept = sent;
      this.firstUnkept = Date.now();
      this.onAnswer(answer);
      if (this.isBehind) this.plan(AFTER_CHANGE);
      return answer;
    } catch (refusal) {
      if (!("status" in refusal)) throw refusal;
      this.onRefusal(refusal);
      if (refusal.status === 0 || refusal.status >= 500) this.plan(AGAIN);
      return undefined;
    }
  }

  // As the page goes away. A browser takes no more than 64 KB then; for the rest there is the local copy.
  last() {
    clearTimeout(this.timer);
    if (!this.isBehind || this.isStopped) return;
    const data = this.data();
    data.set("leaving", "1"); // It may come in after the word that this tab is gone, which still holds.
    post(this.url(), data, { keepalive: true }).catch(() => {});
  }

  stop() {
    clearTimeout(this.timer);
    this.isStopped = true;
  }

  start() {
    this.isStopped = false;
  }
}
