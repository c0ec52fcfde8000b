/* Sends what waits, from a page or from the service worker. The server says first who is signed in: only that person's drafts go out. */
import { State, draftOf, draftsOf, keep, keepProfile, tidy } from "./store.js";

const PATIENCE = { ask: 20_000, send: 180_000 }; // milliseconds; several photographs over a weak network take long
const WHY = {
  offline: "没有网络，连上后自动发送。",
  login: "登录已失效，请重新登录。登录后自动发送。",
  post: "当前岗位不能提交，请换到写这条时的岗位后再发送。",
  busy: "系统暂时没有接收，稍后自动再试。",
  large: "照片或附件太大，没有发送成功。请减少后再发送。",
  wrong: "内容需要更正，请点“修改”。",
};
export const channel = new BroadcastChannel("phone"); // told when a sending changed something

/** Ask who is signed in: {profile}, or {why} nobody can send now. The profile is kept for the time without network. */
export async function ask(address) {
  try {
    const answer = await reach(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE.ask) });
    if (answer.type === "opaqueredirect" || !answer.ok) return { why: reasonOf(answer) };
    const profile = await answer.json();
    await keepProfile(profile);
    return { profile };
  } catch {
    return { why: "offline" };
  }
}

/** Send everything the address takes of the person who is signed in, or the one draft named. `person` is who looks: told why it still waits.
    Returns {why} when something could not be sent for now. */
export function sendWaiting(address, { person = "", only = "" } = {}) {
  return alone(async () => {
    const { profile, why } = await ask(address);
    if (!profile) {
      await mark(address, person, only, why);
      return { why };
    }
    for (const draft of await due(address, profile.person, only)) {
      const halt = await send(draft, address, profile.token);
      if (halt) return { why: halt, profile };
    }
    await tidy(profile.person);
    return { profile };
  });
}

/** One sender at a time over all pages and the service worker; where the browser has no locks, the server still makes one report. */
const alone = (work) => (navigator.locks ? navigator.locks.request("phone-sending", work) : work());

const reach = (address, how) => fetch(address, { headers: { Accept: "application/json" }, redirect: "manual", ...how });

async function due(address, person, only) {
  const rows = (await draftsOf(person)).filter((draft) => draft.state === State.WAITING && (draft.to || address) === address);
  return rows.filter((draft) => !only || draft.id === only).reverse();
}

async function mark(address, person, only, why) {
  for (const draft of person ? await due(address, person, only) : []) await settle(draft, { why: WHY[why] });
}

/** Returns why the others need not be tried now, or nothing. */
async function send(draft, address, token) {
  let answer;
  try {
    const headers = { Accept: "application/json", "X-CSRFToken": token };
    answer = await reach(address, { method: "POST", body: bodyOf(draft), headers, signal: AbortSignal.timeout(PATIENCE.send) });
  } catch {
    await settle(draft, { why: WHY.offline });
    return "offline";
  }
  const told = await answer.json().catch(() => null);
  if (answer.ok && told?.number) return settle(draft, { state: State.SENT, told, values: {}, photos: {}, why: "", errors: [] });
  if (answer.status === 422) return settle(draft, { state: State.FAILED, why: WHY.wrong, errors: told?.errors || [] });
  if ([400, 413].includes(answer.status)) return settle(draft, { state: State.FAILED, why: WHY.large });
  const why = reasonOf(answer);
  await settle(draft, { why: WHY[why] });
  return why;
}

/** A form token that went old (it carries X-Told) is asked for anew with the next try. */
function reasonOf(answer) {
  if (answer.type === "opaqueredirect" || answer.status === 401) return "login";
  return answer.status === 403 && !answer.headers.has("X-Told") ? "post" : "busy";
}

function bodyOf(draft) {
  const body = new FormData();
  Object.entries(draft.values).forEach(([name, values]) => values.forEach((value) => body.append(name, value)));
  Object.entries(draft.photos).forEach(([name, photos]) => photos.forEach((photo) => body.append(name, photo.blob, photo.name)));
  body.set("submission", draft.id);
  body.set("person", draft.person);
  return body;
}

/** Write down what became of a draft, unless its writer took it away or back into the form meanwhile; what was sent stays sent. */
async function settle(draft, change) {
  const now = await draftOf(draft.id);
  if (!now || (now.state !== State.WAITING && change.state !== State.SENT)) return;
  await keep({ ...now, ...change });
  channel.postMessage("changed");
}
