/* For whom this browser keeps drafts: an opaque key of one person, no name. A page without a session asks it. */

const KEY = "phone:person";
const storage = (work) => { try { return work(window.localStorage); } catch { return null; } };

export const keeper = () => storage((store) => store.getItem(KEY)) || "";
export const keepFor = (person) => storage((store) => store.setItem(KEY, person));
export const forgetKeeper = () => storage((store) => store.removeItem(KEY));
