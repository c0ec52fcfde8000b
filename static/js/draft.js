/* Keeps what was typed in <form data-draft="name"> on this device until it is sent: no contact data, no files, for seven days.
   A page with [data-draft-done="name"] forgets it. The grid worker's page keeps more, and otherwise: js/phone. */
import { fill, read } from "./fields.js";

const WEEK = 7 * 24 * 3600 * 1000;
const WITHHELD = "[data-private] *, [data-private], [type=tel], [type=email], [type=password], [type=hidden]";
const key = (name) => `draft:${name}`;
const storage = (work) => { try { return work(window.localStorage); } catch { return null; } };

function keep(form) {
  const values = read(form, WITHHELD);
  storage((store) => store.setItem(key(form.dataset.draft), JSON.stringify({ at: Date.now(), values })));
}

function restore(form) {
  const draft = storage((store) => JSON.parse(store.getItem(key(form.dataset.draft)) || "null"));
  if (draft && Date.now() - draft.at < WEEK) fill(form, draft.values, { withheld: WITHHELD });
}

document.querySelectorAll("[data-draft-done]").forEach((mark) => {
  storage((store) => store.removeItem(key(mark.dataset.draftDone)));
});
document.querySelectorAll("form[data-draft]").forEach((form) => {
  restore(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("change", () => keep(form));
});
