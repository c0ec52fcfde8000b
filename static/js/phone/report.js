/* The grid worker's report page: a notebook of what was found, of one kind each. */
import { missing } from "./checks.js";
import { openNotebook } from "./notebook.js";
import { fillSheet } from "./sheet.js";

const form = document.querySelector("form[data-found]");

function titleOf(values) {
  const kind = form.querySelector("[name=kind]:checked")?.closest("label").textContent.trim() || "未选类型";
  const words = (values.description?.[0] || "").trim().replace(/\s+/g, " ");
  return words ? `${kind}：${words.slice(0, 24)}` : kind;
}

/** The questions of the chosen kind, and of no other. */
function shape() {
  const kind = form.elements.kind?.value;
  form.querySelectorAll("[data-kind]").forEach((part) => {
    part.hidden = part.disabled = part.dataset.kind !== kind;
  });
}

function loaded() {
  form.elements.latitude.dispatchEvent(new Event("refill"));
  form.elements.description.dispatchEvent(new Event("input")); // the count of its characters (js/page.js)
}

openNotebook(form, {
  withheld: "[name=csrfmiddlewaretoken], [name=submission], [name=held], [name=held_after], [name=drop]",
  first: "[name=kind]:checked, [name=kind]",
  titleOf, missing, shape, loaded, fillSheet,
});
form.addEventListener("change", shape);
shape();
