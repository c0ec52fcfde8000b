/* Keeps what was typed in <form data-draft="name"> on this device until it is sent: no contact data, no files, for seven days.
   A page with [data-draft-done="name"] forgets it. */
"use strict";

(() => {
  const WEEK = 7 * 24 * 3600 * 1000;
  const key = (name) => `draft:${name}`;
  const withheld = "[data-private] *, [data-private], [type=tel], [type=email], [type=password], [type=hidden], [type=file]";

  const fields = (form) => [...form.elements].filter((field) => field.name && field.type !== "submit" && !field.matches(withheld));
  const storage = (work) => { try { return work(window.localStorage); } catch { return null; } };

  function keep(form) {
    const values = {};
    fields(form).forEach((field) => {
      if (["radio", "checkbox"].includes(field.type)) {
        if (field.checked) values[field.name] = [...(values[field.name] || []), field.value];
      } else if (field.value) values[field.name] = [field.value];
    });
    storage((store) => store.setItem(key(form.dataset.draft), JSON.stringify({ at: Date.now(), values })));
  }

  function kept(name) {
    const draft = storage((store) => JSON.parse(store.getItem(key(name)) || "null"));
    return draft && Date.now() - draft.at < WEEK ? draft.values : null;
  }

  function restore(form) {
    const values = kept(form.dataset.draft);
    if (!values) return;
    fields(form).forEach((field) => {
      const old = values[field.name];
      if (!old) return;
      if (["radio", "checkbox"].includes(field.type)) field.checked ||= old.includes(field.value);
      else if (!field.value) field.value = old[0];
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-draft-done]").forEach((mark) => {
      storage((store) => store.removeItem(key(mark.dataset.draftDone)));
    });
    document.querySelectorAll("form[data-draft]").forEach((form) => {
      restore(form);
      form.addEventListener("input", () => keep(form));
      form.addEventListener("change", () => keep(form));
    });
  });
})();
