/* The service worker: keeps the shell of the report page, and no page with anybody's data. The address /service-worker.js calls `serve`. */
import { sendWaiting } from "./sending.js";

const PATIENCE = 6000; // milliseconds the network may take with a page that is here without it

/** `version` changes with any file of the shell; `sheet` is the report page without a person, shown for `pages` when there is no network. */
export function serve({ version, shell, sheet, offline, pages, sending }) {
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
    if (request.mode === "navigate") event.respondWith(pages.includes(pathname) ? soon(request) : page(request));
    else if (shell.includes(pathname)) event.respondWith(kept(pathname).then((found) => found || fetch(request)));
  });

  self.addEventListener("sync", (event) => {
    event.waitUntil(sendWaiting(sending).then(({ why }) => {
      if (why === "offline") throw new Error("still without network"); // the browser tries again
    }));
  });

  const kept = (address) => caches.open(CACHE).then((cache) => cache.match(address, { ignoreVary: true, ignoreSearch: true }));

  /** From the network, else the page that says there is none. */
  const page = (request) => fetch(request).catch(() => kept(offline));

  /** From the network if it answers soon, else the empty sheet. */
  async function soon(request) {
    const late = new Promise((_resolve, reject) => { setTimeout(reject, PATIENCE); });
    return Promise.race([fetch(request), late]).catch(() => kept(sheet));
  }
}
