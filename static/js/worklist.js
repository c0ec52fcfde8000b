/* Worklists by keyboard (j next, k previous, x choose, Enter open) and choosing rows in bulk. */
"use strict";

(() => {
  const rows = () => [...document.querySelectorAll("table[data-worklist] > tbody > tr")];
  const chosen = () => document.querySelectorAll("table[data-worklist] input[name=chosen]");
  const typing = (element) => element.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    const here = all.findIndex((row) => row.contains(document.activeElement));
    if (event.key === "j" || event.key === "k") {
      const next = all[here + (event.key === "j" ? 1 : -1)] || (here < 0 ? all[0] : null);
      next?.querySelector("a")?.focus();
    }
    if (event.key === "x" && here >= 0) all[here].querySelector("input[name=chosen]")?.click();
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-select-all]")) {
      chosen().forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.matches("[data-select-all], input[name=chosen]")) tell();
  });

  function tell() {
    const count = [...chosen()].filter((box) => box.checked).length;
    document.querySelectorAll("[data-chosen-count]").forEach((line) => {
      line.textContent = count ? `已选 ${count} 件` : "勾选后可批量办理";
    });
  }

  window.addEventListener("pageshow", tell);
  document.addEventListener("htmx:afterSettle", tell);
})();
