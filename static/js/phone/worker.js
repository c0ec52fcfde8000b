/* The service worker: keeps the shell of the pages that open without network, and no page with anybody's data. The address
   /service-worker.js calls `serve`. */
import { sendWaiting } from "./sending.js";

const PATIENCE = 6000; // milliseconds the network may take with a page that is here without it

/** `version` changes with any file of the shell; `sheets` names for an address the page without a person that is shown for it when there is no
    network. What waits goes out to each of the `sendings`. */
export function serve({ version, shell, sheets, offline, sendings }) {
  const CACHE = `phone-${version}`;

  self.addEventListener("install", (event) => {
    const fresh = shell.map((address) => new Request(address, { cache: "no-cache", credentials: "omit" })); // fetched as nobody
    event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
  });

  self.addEventListener("activate", (event) => {
    const old = (names) => names.filter((name) => name.startsWith("phone-") && name !== CACHE);
    const cleared = caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name))));
    event.waitUntil(cleared.then(() => self.clients.claim()));
  });

  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== self.location.origin) return;
    if (request.mode === "navigate") event.respondWith(sheets[pathname] ? soon(request, sheets[pathname]) : page(request));
    else if (shell.includes(pathname)) event.respondWith(kept(pathname).then((found) => found || fetch(request)));
  });

  self.addEventListener("sync", (event) => {
    event.waitUntil(Promise.all(sendings.map((address) => sendWaiting(address))).then((found) => {
      if (found.some(({ why }) => why === "offline")) throw new Error("still without network"); // the browser tries again
    }));
  });

  const kept = (address) => caches.open(CACHE).then((cache) => cache.match(address, { ignoreVary: true, ignoreSearch: true }));

  /** From the network, else the page that says there is none. */
  const page = (request) => fetch(request).catch(() => kept(offline));

  /** From the network if it answers soon, else the empty sheet. */
  async function soon(request, sheet) {
    const late = new Promise((_resolve, reject) => { setTimeout(reject, PATIENCE); });
    return Promise.race([fetch(request), late]).catch(() => kept(sheet));
  }
}
