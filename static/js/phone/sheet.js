/* The report page without network holds nobody's data: the grids, the order of the kinds and the size of type come from the phone. */

export function fillSheet(form, profile) {
  document.documentElement.classList.toggle("large", profile.large);
  const kinds = form.querySelector(".kinds");
  profile.kinds.forEach((code) => {
    const kind = kinds.querySelector(`input[value="${code}"]`)?.closest("label");
    if (kind) kinds.append(kind);
  });
  const grid = form.elements.grid;
  grid.replaceChildren(new Option(grid.options[0]?.text || "", ""), ...profile.grids.map(groupOf));
  grid.value = profile.own;
}

function groupOf({ label, grids }) {
  const group = Object.assign(document.createElement("optgroup"), { label });
  group.append(...grids.map(({ id, name }) => new Option(name, id)));
  return group;
}
