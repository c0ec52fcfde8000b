/* Before the sign-out: how many drafts would be lost. Who goes on wipes them (js/person.js wipes what asks no more). */
import { unsentOf } from "./store.js";

const { person } = document.body.dataset;
const drafts = await unsentOf(person);
document.querySelector("[data-count]").textContent = String(drafts.length);
document.querySelector("[data-some]").hidden = drafts.length === 0;
document.querySelector("[data-none]").hidden = drafts.length > 0;
document.querySelector("[data-titles]").replaceChildren(...drafts.map(({ title }) => {
  return Object.assign(document.createElement("li"), { textContent: title });
}));
