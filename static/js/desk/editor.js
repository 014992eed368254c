// The editor's screen: joins the form, autosave, the local copy and presence. Each of them is in its own file.
import { ArticleForm } from "./article-form.js";
import { Autosave } from "./autosave.js";
import { bodyEditor } from "./body-editor.js";
import { BylineRows } from "./byline-rows.js";
import { LocalCopy, forgetKey } from "./local-copy.js";
import { nameChoices } from "./names-of-choices.js";
import { notice } from "./notice.js";
import { followPicks } from "./picks.js";
import { Presence } from "./presence.js";
import { csrfToken, post } from "./server.js";
import { Status } from "./status.js";

const COPY_WITHIN = 400; // milliseconds from a change to its copy in this browser
const GIVE_UP = 20_000; // milliseconds; a page that is still there has not been left

const form = document.getElementById("article_form");
const { person, listUrl, signInUrl } = form.dataset;
const status = new Status(document.querySelector("[data-status]"));
const article = new ArticleForm(form, await bodyEditor(form.elements.body));
const copy = new LocalCopy({ person, article: form.dataset.article, tab: article.get("tab") });
article.rows = new BylineRows(form.querySelector("[data-bylines]"), {
  onChange: () => article.tell("bylines-"),
  say: (text) => status.say(text),
});

const at = (what) => (form.dataset.article ? `${listUrl}${form.dataset.article}/${what}/` : "");
const opened = JSON.stringify(article.entries());
let isLeaving = false;
let isTakenOver = false;
let copyTimer = 0;
let hasRoom = true;
let isCutOff = false; // from the server, or from being signed in

const autosave = new Autosave({
  url: () => at("autosave") || `${listUrl}autosave/`,
  data: () => article.payload(),
  onAnswer: kept,
  onRefusal: notKept,
});
const presence = new Presence({ url: () => at("presence"), data: whoAndWhere, onAnswer: around, onRefusal: unheard });

function whoAndWhere() {
  const data = new FormData();
  for (const name of ["person", "tab", "base"]) data.set(name, article.get(name));
  return data;
}

// Typing

function changed() {
  if (isTakenOver) return;
  copyTimer ||= setTimeout(copyNow, COPY_WITHIN);
  autosave.changed();
}

// Whether what is not on the server is in this browser.
function copyNow() {
  clearTimeout(copyTimer);
  copyTimer = 0;
  hasRoom = !autosave.isBehind || copy.write(article.entries(), article.get("base"));
  return hasRoom;
}

function kept(answer) {
  if (!form.dataset.article) begun(answer);
  if (!autosave.isBehind) {
    clearTimeout(copyTimer);
    copyTimer = 0;
    copy.forget();
  }
  isCutOff = false;
  status.say(`${answer.saved_at} 자동 저장`);
  around(answer);
}

// The first autosave of a new article has made one: from now on this page is that article's.
function begun(answer) {
  form.dataset.article = answer.article;
  form.action = answer.change_url;
  history.replaceState(null, "", answer.change_url);
  copy.follow(answer.article);
}

const SIGNED_OUT = "로그인이 끊겼습니다. 새 창에서 로그인한 뒤 이 창에서 저장하세요.";
const HERE = "글은 이 브라우저에 있습니다.";
const NOWHERE = "이 브라우저에도 글을 담을 자리가 없으니 창을 닫지 마세요.";

function notKept({ status: code, answer, message }) {
  const where = copyNow() ? HERE : NOWHERE;
  const isTrouble = true;
  isCutOff = code === 0 || code === 401;
  // Without words of ours it was the token that did not fit: the cookies are gone, and with them who one is.
  if (code === 401 || (code === 403 && !message)) {
    status.say(hasRoom ? SIGNED_OUT : `${SIGNED_OUT} ${NOWHERE}`, { isTrouble, link: { text: "로그인", href: signInUrl } });
  } else if (code === 0) {
    status.say(`연결이 끊겼습니다. ${where} 다시 이어지면 저장합니다.`, { isTrouble });
  } else if (answer.reason === "person") {
    status.say(`${message} 이 글은 다른 사람이 쓰던 것이라 저장하지 않았습니다. 글을 쓴 사람으로 다시 로그인해 주세요.`, { isTrouble });
  } else if (code === 503) {
    status.say(`${message} ${where} 잠시 뒤 다시 저장합니다.`, { isTrouble });
  } else {
    const tooLong = "글이 너무 길어 저장하지 못했습니다. 나누어 실어 주세요.";
    status.say(`${message || (code === 400 ? tooLong : "저장하지 못했습니다.")} ${where}`, { isTrouble });
  }
}

// Others

function around({ others, newest, taken_over_by: taker }) {
  if (isLeaving || !others) return;
  if (isCutOff) joinAgain();
  if (taker && !isTakenOver) loseTo(taker);
  sayOthers(others);
  sayNewest(newest);
}

function joinAgain() {
  isCutOff = false;
  if (autosave.isBehind) autosave.retry();
  else status.say("다시 이어졌습니다.");
}

function unheard(refusal) {
  if (refusal.status === 401) notKept(refusal);
}

function sayOthers(others) {
  const colleagues = others.filter((other) => !other.own);
  const names = colleagues.map(({ name, since }) => `${name} 님이 ${since}부터`).join(", ");
  const said = [];
  if (names) said.push(`${names} 이 기사를 열어 두었습니다.`);
  if (colleagues.length < others.length) said.push("이 기사를 다른 창에서도 열어 두었습니다.");
  const act = { label: "이어받기", act: takeOver };
  notice("others", said.join(" "), others.some((other) => !other.is_reading) && !isTakenOver ? [act] : []);
}

function sayNewest(newest) {
  const isStale = newest && String(newest.id) !== article.get("base");
  if (!isStale) {
    notice("newest");
    return;
  }
  const who = newest.author.own ? "다른 창에서" : `${newest.author.name} 님이`;
  const from = form.dataset.baseNumber || "1";
  notice("newest", `${who} ${newest.saved_at}에 ${newest.number}판을 저장했습니다. 저장하면 두 글을 함께 보여 드립니다.`, [
    { label: "바뀐 것 보기", href: `${at("compare")}?from=${from}&to=newest` },
  ]);
}

function loseTo(taker) {
  isTakenOver = true;
  if (autosave.isBehind) autosave.now();
  autosave.stop();
  article.setReadOnly(true);
  const who = taker.own ? "다른 창에서" : `${taker.name} 님이`;
  notice("takeover", `${who} 이 기사를 이어받았습니다. 이 창의 글은 자동 저장에 남아 있고, 여기서는 읽기만 할 수 있습니다.`, [
    { label: "다시 가져오기", act: takeOver },
  ]);
}

async function takeOver() {
  if (!confirm("이 기사를 이 창에서 이어받을까요? 다른 창에서는 읽기만 할 수 있게 됩니다.")) return;
  try {
    const answer = await post(at("takeover"), whoAndWhere());
    isTakenOver = false;
    autosave.start();
    article.setReadOnly(false);
    notice("takeover");
    around(answer);
  } catch (refusal) {
    notKept(refusal);
  }
}

// Saving: first as an autosave. Only what the server has is sent off with the page.

let isSure = false;

form.addEventListener("submit", async (event) => {
  if (isSure) {
    isLeaving = true;
    setTimeout(stay, GIVE_UP);
    article.set("csrfmiddlewaretoken", csrfToken());
    return;
  }
  event.preventDefault();
  if (isTakenOver || isLeaving || form.dataset.busy) return;
  if (event.submitter?.value === "preview") {
    await preview();
    return;
  }
  form.dataset.busy = "yes";
  status.say("저장하고 있습니다…");
  let answer;
  try {
    answer = await autosave.now();
  } finally {
    delete form.dataset.busy;
  }
  if (!answer) return;
  autosave.stop();
  isSure = true;
  form.requestSubmit(event.submitter?.classList.contains("desk-first-button") ? null : event.submitter);
  isSure = false;
});

async function preview() {
  const shown = open("", "_blank");
  const answer = await autosave.now();
  if (answer && shown) shown.location = answer.preview_url;
  else shown?.close();
}

function save() {
  form.requestSubmit(form.querySelector("[data-save]"));
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  }
});

// Enter in a field of one line is no wish to save.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  if (event.target.matches("input:not([type=checkbox]):not([type=radio])")) event.preventDefault();
  if (event.target.name === "title") {
    event.preventDefault();
    form.elements.subtitle.focus();
  }
});

// Going away, and what was left the last time

addEventListener("pagehide", () => {
  if (!isLeaving) {
    copyNow();
    autosave.last();
  }
  presence.leave();
});
// Back from the browser's own memory of the page: whatever was sent then is over.
addEventListener("pageshow", (event) => event.persisted && stay());
addEventListener("beforeunload", (event) => {
  if (!isLeaving && !copyNow()) event.preventDefault();
});

function stay() {
  isLeaving = false;
  if (!isTakenOver) autosave.start();
}

function offerCopies() {
  const found = copy.left().map((one) => ({ ...one, isHere: JSON.stringify(one.entries) === opened }));
  // The server has that text, and it is in this form: another day it would be offered as if it were lost.
  for (const one of found) if (one.isHere) forgetKey(one.key);
  const [left, ...older] = found.filter((one) => !one.isHere);
  if (!left) return;
  const time = new Intl.DateTimeFormat("ko-KR", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(left.at);
  const forgetAll = () => {
    for (const one of [left, ...older]) forgetKey(one.key);
    notice("copy");
  };
  notice("copy", `이 브라우저에 저장하지 못한 글이 남아 있습니다(${time}).`, [
    { label: "되살리기", act: () => restore(left) },
    { label: "버리기", act: forgetAll, isQuiet: true },
  ]);
}

function restore(left) {
  // It goes on from the version that it was begun from: what others saved since is merged on saving, not overwritten.
  if (left.base !== article.get("base")) form.dataset.baseNumber = "";
  article.set("base", left.base);
  article.write(left.entries);
  changed();
  if (copyNow()) forgetKey(left.key);
  notice("copy");
  article.body.focus();
}

// New rows are given their choices by another listener of this event, which has been there longer.
document.addEventListener("formset:added", (event) => nameChoices(event.target));
nameChoices(form);
article.onChange(changed);
article.body.onSaveKey(save);
followPicks(form, article);
offerCopies();
document.querySelector("[data-wrong]")?.focus();
form.dataset.isReady = "yes";
