/* The inspector's page: what waits, and the record of one inspection, with or without network. The form of each inspection that waits comes
   to the phone while there is network (the profile), as the server draws it. */
import { missing } from "./inspected.js";
import { openNotebook } from "./notebook.js";
import { Album } from "./photos.js";
import { Signature } from "./signature.js";

const form = document.querySelector("form[data-record]");
const number = new URLSearchParams(window.location.search).get("number") || "";
const WITHHELD = "[name=csrfmiddlewaretoken], [name=submission], [name^=held_], [name=drop]";

const titleOf = () => form.querySelector("[data-title]")?.dataset.title || number;

/** Without network: the list of what waits, or the form of the one that was opened. */
function fillSheet(_form, profile) {
  document.documentElement.classList.toggle("large", profile.large);
  const one = profile.inspections.find((row) => row.number === number);
  if (one) {
    const part = document.createElement("template");
    part.innerHTML = one.html; // drawn by the server for this person, and kept for nobody else
    form.querySelector("[data-fields]").replaceChildren(part.content);
  }
  form.hidden = !one;
  document.querySelector("[data-back]").hidden = !number;
  const list = document.querySelector("[data-waiting]");
  list.hidden = Boolean(one);
  list.querySelector("ul").replaceChildren(...profile.inspections.map(line));
  list.querySelector("[data-none]").hidden = profile.inspections.length > 0;
}

function line({ number: own, title, where, due }) {
  const item = document.getElementById("waiting-template").content.firstElementChild.cloneNode(true);
  const link = item.querySelector("a");
  link.href = `?number=${encodeURIComponent(own)}`;
  link.textContent = title;
  item.querySelector("[data-where]").textContent = where;
  item.querySelector("[data-due]").textContent = due;
  return item;
}

function albums(_form, changed) {
  const pads = [...form.querySelectorAll("[data-signature]")].map((root) => new Signature(root, changed));
  return [...[...form.querySelectorAll("[data-photos]")].map((root) => new Album(root, changed)), ...pads];
}

/** What belongs to an item that is not in order is shown with it alone; the rest of the items in one press. */
function shape() {
  form.querySelectorAll("[data-item]").forEach((item) => {
    const isWrong = item.querySelector("[value=wrong]:checked") !== null;
    item.querySelector("[data-wrong]").hidden = !isWrong;
  });
  const left = [...form.querySelectorAll("[data-item]")].filter((item) => !item.querySelector("[name^=result_]:checked")).length;
  const told = form.querySelector("[data-left]");
  if (told) told.textContent = left ? `还有 ${left} 项` : "全部已选";
}

function restFits() {
  form.querySelectorAll("[data-item]").forEach((item) => {
    if (!item.querySelector("[name^=result_]:checked")) item.querySelector("[value=fits]").checked = true;
  });
  form.dispatchEvent(new Event("change"));
}

/** A record that was handed in is not written a second time. */
function handedIn(isDone) {
  form.hidden = isDone || !form.querySelector("[data-item]");
}

/** What was handed in on this phone waits no more; the server's list was drawn before it knew. */
function written(drafts) {
  const done = new Set(drafts.map((draft) => draft.about));
  const items = [...document.querySelectorAll("[data-waiting] li")];
  items.forEach((item) => { item.hidden = done.has(new URL(item.querySelector("a").href).searchParams.get("number")); });
  document.querySelector("[data-none]").hidden = items.some((item) => !item.hidden);
}

function withMoment(one, photos) {
  const found = missing(one, photos);
  if (!found.length) one.elements.checked_at.value = String(Date.now());
  return found;
}

openNotebook(form, {
  about: number,
  book: "inspections",
  first: "[name^=result_]",
  words: { offline: "没有网络。可以照常检查、记录和签名，连上网络后自动发送。", sent: "已提交检查记录", look: "查看检查单" },
  withheld: WITHHELD,
  leaves: (draft) => window.location.assign(`?number=${encodeURIComponent(draft.about)}`),
  missing: withMoment,
  titleOf, shape, albums, fillSheet, handedIn, written,
  loaded: () => form.elements.latitude?.dispatchEvent(new Event("refill")),
});
form.addEventListener("change", shape);
form.addEventListener("click", ({ target }) => { if (target.closest("[data-rest]")) restFits(); });
shape();
