/* Worklists by keyboard (j next, k previous, x choose, Enter open), choosing rows in bulk, and taking over a standard reply. */
"use strict";

(() => {
  const rows = () => [...document.querySelectorAll("table[data-worklist] > tbody > tr")];
  const chosen = () => document.querySelectorAll("table[data-worklist] > tbody input[type=checkbox]");
  const typing = (element) => element.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    const here = all.findIndex((row) => row.contains(document.activeElement));
    if (event.key === "j" || event.key === "k") {
      const next = all[here + (event.key === "j" ? 1 : -1)] || (here < 0 ? all[0] : null);
      next?.querySelector("a")?.focus();
    }
    if (event.key === "x" && here >= 0) all[here].querySelector("input[type=checkbox]")?.click();
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-select-all]")) {
      chosen().forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.closest("table[data-worklist]")) tell();
  });

  function tell() {
    const count = [...chosen()].filter((box) => box.checked).length;
    document.querySelectorAll("[data-chosen-count]").forEach((line) => {
      line.textContent = count ? `已选 ${count} 件` : "勾选后可批量办理";
    });
  }

  function offerReplies() {
    document.querySelectorAll("[data-reply]:not([data-offered])").forEach((reply) => {
      reply.dataset.offered = "";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-quiet button-small";
      button.textContent = "填入此范本";
      button.addEventListener("click", () => {
        const area = reply.closest("form").querySelector("textarea");
        area.value = reply.textContent.trim();
        area.dispatchEvent(new Event("input", { bubbles: true }));
        area.focus();
      });
      reply.after(button);
    });
  }

  const refresh = () => { tell(); offerReplies(); };
  window.addEventListener("pageshow", refresh);
  document.addEventListener("htmx:afterSettle", refresh);
})();
