/* The drafts of this phone as a list: what was sent, what waits, what failed and why. */
import { State } from "./store.js";

const SHOWN_AT = new Intl.DateTimeFormat("zh-CN", { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });

/** Draw the list; `acts` = {edit, send, remove}, each called with the draft. */
export function draw(root, drafts, acts) {
  root.hidden = drafts.length === 0;
  const focused = document.activeElement?.closest("[data-draft-id]")?.dataset.draftId;
  root.querySelector("ul").replaceChildren(...drafts.map((draft) => item(draft, acts)));
  const waiting = drafts.filter((draft) => draft.state !== State.SENT).length;
  const told = root.querySelector("[data-count]");
  const words = waiting ? `${waiting} 条还没有发送` : "全部已发送";
  if (told.textContent !== words) told.textContent = words;
  if (focused) (root.querySelector(`[data-draft-id="${focused}"] :is(button, a):not([hidden])`) || root.querySelector("h2")).focus();
}

function item(draft, acts) {
  const row = document.getElementById("draft-template").content.firstElementChild.cloneNode(true);
  row.dataset.draftId = draft.id;
  row.dataset.state = draft.state;
  const part = (name) => row.querySelector(`[data-part=${name}]`);
  part("title").textContent = draft.told?.title || draft.title;
  part("facts").textContent = facts(draft);
  part("state").append(document.getElementById(`draft-${draft.state}`).content.cloneNode(true));
  part("why").textContent = why(draft);
  part("why").hidden = !part("why").textContent;
  const sent = draft.state === State.SENT;
  part("open").hidden = !sent;
  if (sent) part("open").href = draft.told.url;
  button(part("edit"), sent, () => acts.edit(draft));
  button(part("send"), draft.state !== State.WAITING, () => acts.send(draft));
  button(part("remove"), false, () => acts.remove(draft));
  return row;
}

function button(one, isHidden, act) {
  one.hidden = isHidden;
  one.addEventListener("click", act);
}

function facts(draft) {
  const photos = Object.values(draft.photos).reduce((sum, some) => sum + some.length, 0);
  const parts = [SHOWN_AT.format(draft.at)];
  if (draft.told) parts.push(draft.told.number, draft.told.state);
  if (photos) parts.push(`照片 ${photos} 张`);
  return parts.join(" · ");
}

function why(draft) {
  const errors = (draft.errors || []).map(({ label, message }) => (label ? `${label}：${message}` : message));
  return draft.state === State.FAILED ? [draft.why, ...errors].join(" ") : draft.state === State.WAITING ? draft.why : "";
}
