/* Errors next to their fields and in a summary that takes focus, as the server draws them (components/error_summary.html). */

/** errors: [{field, label, message}]; a field the form does not show stands in the summary alone. */
export function show(form, errors) {
  clear(form);
  if (!errors.length) return;
  const list = document.createElement("ul");
  errors.forEach(({ field, label, message }) => list.append(line(form, field, label, message)));
  const summary = document.getElementById("errors-template").content.firstElementChild.cloneNode(true);
  summary.append(list);
  form.prepend(summary);
  summary.focus();
}

export function clear(form) {
  form.querySelectorAll("[data-error-summary], [data-error]").forEach((part) => part.remove());
  form.querySelectorAll(".field-wrong").forEach((part) => part.classList.remove("field-wrong"));
  form.querySelectorAll("[aria-invalid]").forEach((part) => part.removeAttribute("aria-invalid"));
}

function line(form, name, label, message) {
  const item = document.createElement("li");
  const words = label ? `${label}：${message}` : message;
  const field = [...form.elements].find((one) => one.name === name && one.type !== "hidden");
  if (!field) {
    item.textContent = words;
    return item;
  }
  const link = Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: words });
  item.append(link);
  beside(field, message);
  return item;
}

function beside(field, message) {
  const place = field.closest(".field") || field.parentElement;
  const told = Object.assign(document.createElement("ul"), { className: "errorlist" });
  told.dataset.error = "";
  told.append(Object.assign(document.createElement("li"), { textContent: message }));
  for (let folded = field.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  field.setAttribute("aria-invalid", "true");
  place.classList.add("field-wrong");
  const label = place.querySelector("label, legend");
  label ? label.after(told) : place.prepend(told);
}
