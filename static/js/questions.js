/* The questions of the chosen kind alone; without script those of all kinds stand there, each under its name. */
"use strict";

(() => {
  const show = () => {
    const chosen = document.querySelector("input[name=kind]:checked")?.value;
    for (const one of document.querySelectorAll("[data-kind]")) one.hidden = one.dataset.kind !== chosen;
  };
  for (const input of document.querySelectorAll("input[name=kind]")) input.addEventListener("change", show);
  show();
})();
