/* Choosing rows in bulk, taking over a standard reply, and asking who else has the case open. */
"use strict";

(() => {
  const chosen = () => document.querySelectorAll("table[data-worklist] > tbody input[type=checkbox]");

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

  // A standard reply goes where the pointer stands in the text, and what waits to be filled in is selected. Without script the
  // button sends the form, which comes back with the text in it.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-reply-for]");
    const area = button?.form?.querySelector("textarea[name=note]");
    if (!area) return;
    event.preventDefault();
    const text = document.getElementById(button.dataset.replyFor).textContent.trim();
    if (area.value === area.dataset.filled) area.value = ""; // nothing but the text put here before: another takes its place
    const selected = area.value.slice(area.selectionStart, area.selectionEnd);
    const start = selected.startsWith("（填写") ? area.value.length : area.selectionStart || area.value.length;
    const end = selected.startsWith("（填写") ? start : area.selectionStart ? area.selectionEnd : start;
    const gap = area.value && start > 0 && area.value[start - 1] !== "\n" ? "\n" : "";
    area.setRangeText(gap + text, start, end, "end");
    area.dataset.filled = area.value === gap + text ? area.value : "";
    const blank = /（填写[^）]*）/.exec(area.value.slice(start));
    if (blank) area.setSelectionRange(start + blank.index, start + blank.index + blank[0].length);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  });

  const LOOK_EVERY = 25000; // milliseconds
  setInterval(() => {
    if (document.visibilityState !== "visible") return;
    document.querySelectorAll("[data-look]").forEach((place) => place.dispatchEvent(new Event("look")));
  }, LOOK_EVERY);

  window.addEventListener("pageshow", tell);
})();
