/* What the server would refuse of a record is said at once where it is plain, so that it does not come back when the inspectors have left. */

const named = (form, name) => form.elements[name];
const labelOf = (field) => field.closest(".field, fieldset")?.querySelector("legend, label")?.firstChild?.textContent.trim() || "";
const error = (field, message) => ({ field: field.name, label: labelOf(field), message });
const isWrong = (item) => item.querySelector("[value=wrong]:checked") !== null;
const lacks = (field) => !field.value.trim();

/** [{field, label, message}] in the order of the form. */
export function missing(form, photos) {
  const items = [...form.querySelectorAll("[data-item]")];
  return [...items.flatMap((item) => ofItem(item)), ...ofDates(form, items), ...ofSignature(form, photos)];
}

function ofItem(item) {
  const results = [...item.querySelectorAll("[name^=result_]")];
  if (!results.some((one) => one.checked)) return [error(results[0], "请点选结果。")];
  const note = item.querySelector("[name^=note_]");
  return isWrong(item) && lacks(note) ? [error(note, "请写明哪里不符合。")] : [];
}

function ofDates(form, items) {
  const isGeneral = (item) => isWrong(item) && item.querySelector("[name^=weight_]:checked")?.value !== "major";
  const day = named(form, "rectify_by");
  return items.some(isGeneral) && lacks(day) ? [error(day, "请填写整改期限。")] : [];
}

function ofSignature(form, photos) {
  if (named(form, "refused").checked) {
    return lacks(named(form, "refusal")) ? [error(named(form, "refusal"), "请写明拒签情况。")] : [];
  }
  const found = lacks(named(form, "signer_role")) ? [error(named(form, "signer_role"), "请填写现场人员的职务。")] : [];
  if (photos.signature) return found;
  if (!named(form, "typed").checked) return [...found, error(named(form, "signature"), "请现场人员签名；不便手写的输入姓名，拒签的写明情况。")];
  return lacks(named(form, "signer_name")) ? [...found, error(named(form, "signer_name"), "请填写现场人员的姓名。")] : found;
}
