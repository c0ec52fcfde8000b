/* Worklists by keyboard. Nothing is taken over while something is typed or a key is held down with Ctrl, Alt or Meta; arrows move rows
   only when a row has the focus already, so that reading and scrolling stay as they are. Whoever does not want it switches it off. */
"use strict";

(() => {
  const OFF = "keys:off";
  const WIDGETS = "input:not([type=checkbox]), select, textarea, [contenteditable], summary, button, dialog";
  const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  const rows = () => [...document.querySelectorAll("table[data-worklist] > tbody > tr")];
  const store = (work) => { try { return work(window.localStorage); } catch { return null; } };
  const isOff = () => store((kept) => kept.getItem(OFF)) === "yes";
  let dialog = null;

  function move(event, all, here) {
    if (event.key.startsWith("Arrow") && here < 0) return;
    const next = all[here + STEPS[event.key]] || (here < 0 ? all[0] : null);
    if (!next) return;
    event.preventDefault();
    next.querySelector("a")?.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest(WIDGETS)) return;
    if (event.key === "?") { event.preventDefault(); help(); }
    if (isOff()) return;
    const all = rows();
    const here = all.findIndex((row) => row.contains(document.activeElement));
    if (event.key in STEPS) move(event, all, here);
    if (event.key === "x" && here >= 0) all[here].querySelector("input[type=checkbox]")?.click();
    if (event.key === "/") {
      const field = document.querySelector("form[role=search] input[name=q]");
      if (field) { event.preventDefault(); field.focus(); field.select(); }
    }
  });

  async function help() {
    const link = document.querySelector("a[data-keys]");
    if (!link) return;
    if (!dialog) {
      const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
      if (!answer.ok) { window.location = link.href; return; }
      dialog = document.createElement("dialog");
      dialog.className = "panel keys";
      dialog.setAttribute("aria-labelledby", "keys-title");
      dialog.innerHTML = await answer.text();
      const box = dialog.querySelector("[data-keys-off]");
      box.checked = isOff();
      box.addEventListener("change", () => store((kept) => kept.setItem(OFF, box.checked ? "yes" : "")));
      document.body.append(dialog);
    }
    dialog.showModal();
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-keys]")) return;
    event.preventDefault();
    help();
  });
})();
