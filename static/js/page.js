/* What every page gains from JavaScript; nothing here is needed to use it. */
"use strict";

(() => {
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value;

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get" && token()) event.detail.headers["X-CSRFToken"] = token();
  });

  // A form that comes back wrong is shown like any other answer.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if ([400, 403, 409, 422].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  const settle = (root) => {
    const summary = root.querySelector("[data-error-summary]");
    const first = summary || root.querySelector("[data-focus]");
    if (first) first.focus();
    root.querySelectorAll("textarea[maxlength]").forEach(count);
  };

  document.addEventListener("htmx:afterSettle", (event) => settle(event.target));
  document.addEventListener("DOMContentLoaded", () => {
    const summary = document.querySelector("[data-error-summary]");
    if (summary) summary.focus();
    document.querySelectorAll("textarea[maxlength]").forEach(count);
  });

  function count(area) {
    if (area.dataset.counted) return;
    area.dataset.counted = "yes";
    const line = document.createElement("p");
    line.className = "field-count";
    const tell = () => { line.textContent = `${area.value.length} / ${area.maxLength} 字`; };
    area.after(line);
    area.addEventListener("input", tell);
    tell();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
    document.querySelectorAll("details.bar-menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.bar-menu[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  // A second press on the same button is not a second case.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    form.querySelectorAll("button:not([type=button])").forEach((button) => button.setAttribute("aria-disabled", "true"));
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
    });
  });
})();
