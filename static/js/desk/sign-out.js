// On every page of the newsroom: signing out takes the copies of unsaved texts with it.
import { forgetPerson } from "./local-copy.js";

const { person } = document.querySelector("script[data-person]").dataset;

if (person) {
  document.getElementById("logout-form")?.addEventListener("submit", () => forgetPerson(person));
}
