/* A browser that keeps drafts for somebody (js/phone): whoever signs in now neither sees nor sends them, and who signs out leaves none behind. */
import { forgetKeeper, keeper } from "./phone/keeper.js";

const here = document.body.dataset.person;
if (keeper() && keeper() !== here) forgetKeeper();

/** Wipe what this person left, then sign out. Should the browser refuse, the drafts stay bound to the person all the same. */
async function leave(form) {
  const { wipe } = await import("./phone/store.js");
  await wipe(here);
  forgetKeeper();
  form.submit();
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-signs-out]") || event.defaultPrevented || !window.indexedDB) return;
  event.preventDefault();
  try {
    const { unsentOf } = await import("./phone/store.js");
    const asks = form.dataset.signsOut && (await unsentOf(here)).length > 0;
    if (asks) window.location.assign(form.dataset.signsOut);
    else await leave(form);
  } catch {
    form.submit();
  }
});
