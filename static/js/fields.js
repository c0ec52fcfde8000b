/* What stands in the fields of a form, by name, and how it gets back into them. Buttons, files and what is withheld stay as they are. */

const SKIPPED = ["submit", "button", "file", "fieldset", "output"];
const isTicked = (field) => ["radio", "checkbox"].includes(field.type);

function fieldsOf(form, withheld) {
  return [...form.elements].filter((field) => field.name && !SKIPPED.includes(field.type) && !(withheld && field.matches(withheld)));
}

/** {name: [values]} of what is filled in; what is shut off (a question of another kind) does not count. */
export function read(form, withheld = "") {
  const values = {};
  fieldsOf(form, withheld).forEach((field) => {
    if (field.matches(":disabled") || (isTicked(field) && !field.checked) || !field.value) return;
    const chosen = field.multiple ? [...field.selectedOptions].map((option) => option.value) : [field.value];
    (values[field.name] ||= []).push(...chosen);
  });
  return values;
}

/** Put values back. `over`: what stands there gives way, and what has no value is emptied. */
export function fill(form, values, { withheld = "", over = false } = {}) {
  const used = {};
  fieldsOf(form, withheld).forEach((field) => {
    const known = values[field.name];
    if (isTicked(field)) {
      field.checked = known ? known.includes(field.value) || (!over && field.checked) : !over && field.checked;
    } else if (field.multiple) {
      if (known) [...field.options].forEach((option) => { option.selected = known.includes(option.value); });
    } else if (over || !field.value) {
      const place = (used[field.name] ??= 0);
      used[field.name] += 1;
      field.value = known?.[place] ?? "";
    }
  });
}
