/* The worker's first page: tells what waits on this phone and sends it, and offers to install the portal as an app. */
import { install } from "./install.js";
import { keepFor } from "./keeper.js";
import { channel, sendWaiting } from "./sending.js";
import { unsentOf } from "./store.js";

const panel = document.querySelector("[data-unsent]");
const { person } = document.body.dataset;

async function tell() {
  const count = (await unsentOf(person)).length;
  panel.hidden = count === 0;
  panel.querySelector("[data-count]").textContent = String(count);
}

async function start() {
  keepFor(person);
  channel.addEventListener("message", tell);
  const send = () => sendWaiting(panel.dataset.sending, { person }).then(tell);
  window.addEventListener("online", send);
  await tell();
  install();
  await send();
}

window.addEventListener("beforeinstallprompt", (event) => {
  const button = document.querySelector("[data-install]");
  event.preventDefault();
  button.hidden = false;
  button.addEventListener("click", () => { button.hidden = true; event.prompt(); }, { once: true });
});

if (window.isSecureContext && window.indexedDB) start();
