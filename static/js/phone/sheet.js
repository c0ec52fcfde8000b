/* The report page without network holds nobody's data: the grids, the order of the kinds and the size of type come from the phone. */

export function fillSheet(form, profile) {
  document.documentElement.classList.toggle("large", profile.large);
  orderKinds(form.querySelector(".kinds"), profile.kinds);
  const grid = form.elements.grid;
  grid.replaceChildren(new Option(grid.options[0]?.text || "", ""), ...profile.grids.map(groupOf));
  grid.value = profile.own;
}

/** Those the worker may report, the last chosen first. */
function orderKinds(root, codes) {
  const labels = new Map([...root.querySelectorAll("input")].map((input) => [input.value, input.closest("label")]));
  root.replaceChildren(...codes.filter((code) => labels.has(code)).map((code) => labels.get(code)));
}

function groupOf({ label, grids }) {
  const group = Object.assign(document.createElement("optgroup"), { label });
  group.append(...grids.map(({ id, name }) => new Option(name, id)));
  return group;
}
