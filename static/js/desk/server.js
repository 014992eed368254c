// Asks the server. Every request bears the CSRF token of this moment: signing in, in another window, changes it.
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.message || "");
    this.status = status; // 0: the network is gone
    this.answer = answer;
  }
}

export function csrfToken() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

export async function post(url, data, { keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      body: data,
      headers: { "X-CSRFToken": csrfToken(), Accept: "application/json" },
      redirect: "manual",
      keepalive,
    });
  } catch {
    throw new Refusal(0, {});
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  throw new Refusal(response.status, answer ?? {});
}
