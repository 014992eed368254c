// What is typed and not on the server yet, kept in this browser, apart for each person, article and tab.
const PREFIX = "desk:copy:";

export class LocalCopy {
  constructor({ person, article, tab }) {
    this.person = person;
    this.article = article || "new";
    this.tab = tab;
  }

  get key() {
    return `${PREFIX}${this.person}:${this.article}:${this.tab}`;
  }

  // Whether there was room.
  write(entries, base) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), base, entries }));
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    forgetKey(this.key);
  }

  // The article was begun by now.
  follow(article) {
    this.forget();
    this.article = article;
  }

  // Copies that this person's tabs of this article left behind, the newest first: { key, at, base, entries }.
  left() {
    return keys(`${PREFIX}${this.person}:${this.article}:`)
      .map((key) => ({ key, ...parsed(key) }))
      .filter((copy) => Array.isArray(copy.entries))
      .sort((a, b) => b.at - a.at);
  }
}

export function forgetKey(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

// Whoever signs out leaves nothing on this machine; what others left stays theirs.
export function forgetPerson(person) {
  for (const key of keys(`${PREFIX}${person}:`)) forgetKey(key);
}

function keys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function parsed(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return {};
  }
}
