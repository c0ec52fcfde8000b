/* Makes the page one that opens without network: the service worker, room that the browser does not clear, and sending in the background. */

const SYNC = "phone-drafts";

export async function install() {
  try {
    await navigator.serviceWorker?.register("/service-worker.js", { type: "module", scope: "/" });
  } catch {
    // an old browser, or none that is allowed to: the page works with network all the same
  }
}

/** Have the browser send when the network is back, even with the page closed. Where it cannot, the next visit sends. */
export async function sendLater() {
  navigator.storage?.persist?.();
  const worker = await navigator.serviceWorker?.getRegistration("/");
  await worker?.sync?.register(SYNC).catch(() => {});
}
