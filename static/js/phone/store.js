/* The drafts of the phone, with their photographs, in the browser's own database (IndexedDB). Read by pages and by the service worker.

   A draft: {id, person, to, about, state, at, title, values: {field: [texts]}, photos: {field: [{name, blob}]}, why, errors, told}.
   `id` is the `submission` it is sent with, so that ten sendings make one case; `person` the key of who wrote it, `to` the address that takes
   it, `about` what it is of where a page writes of one thing at a time. What a page needs of its person is a profile, one for each `book`. */

export const State = { OPEN: "open", WAITING: "waiting", FAILED: "failed", SENT: "sent" };
const SENT_SHOWN = 10;
let base = null;

function opened() {
  base ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("phone", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("drafts", { keyPath: "id" }).createIndex("person", "person");
      asked.result.createObjectStore("profiles", { keyPath: "person" });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => { asked.result.close(); base = null; };
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
  return base;
}

async function deal(store, mode, work) {
  const transaction = (await opened()).transaction(store, mode);
  return new Promise((resolve, reject) => {
    const asked = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(asked?.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const keep = (draft) => deal("drafts", "readwrite", (store) => store.put(draft));
export const drop = (id) => deal("drafts", "readwrite", (store) => store.delete(id));
export const draftOf = (id) => deal("drafts", "readonly", (store) => store.get(id));
export const profileOf = (person, book = "") => deal("profiles", "readonly", (store) => store.get(person + book));

export function keepProfile(profile) {
  return deal("profiles", "readwrite", (store) => store.put({ ...profile, person: profile.person + (profile.book || "") }));
}

/** One person's drafts, the newest first. */
export async function draftsOf(person) {
  const rows = await deal("drafts", "readonly", (store) => store.index("person").getAll(person));
  return rows.sort((one, other) => other.at - one.at);
}

/** What would be lost with a sign-out. */
export const unsentOf = async (person) => (await draftsOf(person)).filter((draft) => draft.state !== State.SENT);

/** Of what was sent only the last few are remembered, without their content. */
export async function tidy(person) {
  const sent = (await draftsOf(person)).filter((draft) => draft.state === State.SENT);
  await Promise.all(sent.slice(SENT_SHOWN).map((draft) => drop(draft.id)));
}

/** Nothing of this person stays on the device. */
export async function wipe(person) {
  const rows = await draftsOf(person);
  await Promise.all(rows.map((draft) => drop(draft.id)));
  await deal("profiles", "readwrite", (store) => store.delete(IDBKeyRange.bound(person, `${person}\uffff`)));
}

/** Whether it was for want of room that something could not be kept. */
export const isFull = (failure) => failure?.name === "QuotaExceededError";
