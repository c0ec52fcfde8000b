/* What the server would refuse is said at once where it is plain, so that a draft made without network does not come back hours later. */

const labelOf = (field) => field.closest(".field")?.querySelector("label, legend")?.firstChild.textContent.trim() || "";
const error = (field, message) => ({ field: field.name, label: labelOf(field), message });

/** [{field, label, message}] in the order of the form. */
export function missing(form, photos) {
  const found = [];
  for (const field of form.elements) {
    if (!field.name || field.matches(":disabled") || field.checkValidity() || found.some((one) => one.field === field.name)) continue;
    found.push(error(field, field.validity.valueMissing ? field.dataset.missing || "请填写。" : field.validationMessage));
  }
  found.push(...unanswered(form));
  const { description, solution } = form.elements;
  const words = description.value.trim();
  if (!words && !photos.files) found.push(error(description, "请写一句情况，或拍一张照片。"));
  const isSolved = form.elements.then.value === "solve";
  if (isSolved && !words && !solution.value.trim()) found.push(error(solution, "请写明怎样解决的。"));
  if (isSolved && form.querySelector("[name=kind][data-needs-proof]:checked") && !photos.after) {
    found.push(error(form.querySelector("input[name=after]"), "这一类现场解决的，请上传处置后的照片。"));
  }
  return found;
}

/** The questions of the chosen kind that must be answered; several boxes are one question. */
function unanswered(form) {
  const names = new Set([...form.querySelectorAll("[data-needed]:enabled")].map((field) => field.name));
  const isOpen = (name) => ![...form.querySelectorAll(`[name="${name}"]`)].some((field) => (field.type === "checkbox" ? field.checked : field.value));
  return [...names].filter(isOpen).map((name) => error(form.querySelector(`[name="${name}"]`), "请填写。"));
}
