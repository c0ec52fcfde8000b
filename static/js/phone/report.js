/* The grid worker's report page. What is typed and photographed is kept on the phone at every change; what is sent waits here until the
   server says it has it. Without this script, or on an unsafe connection, the same form is sent in the plain way. */
import { fill, read } from "../fields.js";
import { missing } from "./checks.js";
import * as errors from "./errors.js";
import { install, sendLater } from "./install.js";
import { forgetKeeper, keepFor, keeper } from "./keeper.js";
import { draw } from "./list.js";
import { Album } from "./photos.js";
import { channel, sendWaiting } from "./sending.js";
import { fillSheet } from "./sheet.js";
import { State, draftsOf, drop, isFull, keep, profileOf } from "./store.js";

const form = document.querySelector("form[data-found]");
const list = document.querySelector("[data-drafts]");
const { sending, signIn } = form.dataset;
const signedIn = document.body.dataset.person || "";
const person = signedIn || keeper();
const RETRY = 60_000, PAUSE = 400; // milliseconds
const WITHHELD = "[name=csrfmiddlewaretoken], [name=submission], [name=held], [name=held_after], [name=drop]";
const FULL = "手机存储空间不足，这条没有存下。请先发送或删除几条，再试一次。";
let draft = null;
let albums = [];
let empty = {}; // the values of the untouched form
let timer = 0;
let leaves = false; // a sign-out has begun: what it wipes is not kept again

const fresh = () => ({ id: crypto.randomUUID(), person, state: State.OPEN, values: empty, photos: {}, why: "", errors: [] });
const photosNow = () => Object.fromEntries(albums.filter((album) => album.photos.length).map((album) => [album.name, album.photos]));
const hasContent = (one) => Object.keys(one.photos).length > 0 || JSON.stringify(one.values) !== JSON.stringify(empty);

function titleOf(values) {
  const kind = form.querySelector("[name=kind]:checked")?.closest("label").textContent.trim() || "未选类型";
  const words = (values.description?.[0] || "").trim().replace(/\s+/g, " ");
  return words ? `${kind}：${words.slice(0, 24)}` : kind;
}

/** Read the form into the draft and keep it; false when it could not be kept. */
async function save(change = {}) {
  clearTimeout(timer);
  if (leaves) return false;
  const values = read(form, WITHHELD);
  draft = { ...draft, at: Date.now(), title: titleOf(values), values, photos: photosNow(), ...change };
  try {
    await (hasContent(draft) ? keep(draft) : drop(draft.id));
    return true;
  } catch (failure) {
    draft.state = State.OPEN;
    say(isFull(failure) ? FULL : "这条没有存到手机上，请检查浏览器是否允许保存数据。", { tone: "danger", stays: true });
    return false;
  }
}

function changed() {
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
}

/** The questions of the chosen kind, and of no other. */
function shapeToKind() {
  const kind = form.elements.kind?.value;
  form.querySelectorAll("[data-kind]").forEach((part) => {
    part.hidden = part.disabled = part.dataset.kind !== kind;
  });
}

function load(one) {
  draft = one;
  errors.clear(form);
  fill(form, one.values, { withheld: WITHHELD, over: true });
  albums.forEach((album) => album.put(one.photos[album.name] || []));
  form.elements.latitude.dispatchEvent(new Event("refill"));
  form.elements.description.dispatchEvent(new Event("input")); // the count of its characters (js/page.js)
  shapeToKind();
}

async function refresh() {
  const all = await draftsOf(person);
  if (all.some((one) => one.id === draft.id && one.state === State.SENT)) load(fresh()); // another page of this phone sent it
  const drafts = all.filter((one) => one.id !== draft.id);
  draw(list, drafts, { edit, send, remove });
}

async function edit(one) {
  await save();
  const opened = { ...one, state: State.OPEN };
  await keep(opened);
  load(opened);
  errors.show(form, one.errors || []);
  if (!one.errors?.length) form.querySelector("[name=kind]:checked, [name=kind]").focus();
  await refresh();
}

async function remove(one) {
  if (one.state !== State.SENT && !window.confirm(`删除“${one.title}”？照片也一起删除，不能恢复。`)) return;
  await drop(one.id);
  await refresh();
}

async function send(one) {
  say("正在发送……");
  tell(await sendWaiting(sending, { person, only: one?.id || "" }));
}

/** What became of a sending, in the list; and in words where somebody has to do something. */
async function tell({ why, profile }) {
  if (profile && profile.person !== person) {
    forgetKeeper();
    window.location.reload();
    return;
  }
  await refresh();
  form.dataset.told = "";
  if (why === "login") say("登录已失效，草稿还在手机上。", { tone: "warning", url: signIn, action: "请重新登录" });
  else if (why === "offline") say("没有网络。可以照常上报，连上网络后自动发送。", { tone: "warning" });
  else if (why) say("有草稿暂时没有发出，原因见下面的列表，稍后自动再试。", { tone: "warning" });
  else if (!signedIn) say("网络已恢复。", { url: form.action, action: "打开完整页面" });
  else if (!document.querySelector("[data-said][data-stays]")) say("");
}

/** What `stays` is not taken away by the next quiet sending. */
function say(words, { tone = "", url = "", action = "", stays = false } = {}) {
  const place = document.querySelector("[data-said]");
  place.replaceChildren();
  place.toggleAttribute("data-stays", stays);
  if (!words) return;
  const banner = document.getElementById("banner-template").content.firstElementChild.cloneNode(true);
  if (tone) banner.classList.add(`banner-${tone}`);
  banner.querySelector("[data-words]").textContent = words;
  if (url) banner.querySelector("[data-words]").append(" ", Object.assign(document.createElement("a"), { href: url, textContent: action }));
  place.append(banner);
}

async function submit(event) {
  event.preventDefault();
  event.stopPropagation();
  const wrong = missing(form, photosNow());
  if (wrong.length) {
    await save();
    errors.show(form, wrong);
    return;
  }
  if (!(await save({ state: State.WAITING, why: "", errors: [] }))) return;
  const { id } = draft;
  load(fresh());
  await refresh();
  say("已存在手机上，正在发送……");
  sendLater();
  await tell(await sendWaiting(sending, { person }));
  await answered(id);
}

/** Show what the server said to the one just sent: done, or back in the form with what is wrong. */
async function answered(id) {
  const one = (await draftsOf(person)).find((row) => row.id === id);
  if (one?.state === State.SENT) {
    const words = `已上报：${one.told.title}（${one.told.number}，${one.told.state}）`;
    say(words, { tone: "success", url: one.told.url, action: "查看这件", stays: true });
  }
  if (one?.state === State.FAILED && !hasContent({ values: read(form, WITHHELD), photos: photosNow() })) await edit(one);
  document.querySelector("[data-said]").scrollIntoView({ block: "nearest" });
}

async function sendQuietly() {
  if ((await draftsOf(person)).some((one) => one.state === State.WAITING) || !signedIn) tell(await sendWaiting(sending, { person }));
}

async function start() {
  if (signedIn) keepFor(signedIn);
  const profile = await profileOf(person);
  if (!signedIn && profile) fillSheet(form, profile);
  document.body.dataset.phone = profile || signedIn ? "ready" : "stranger";
  empty = read(form, WITHHELD);
  const broken = (await draftsOf(person)).find((one) => one.state === State.OPEN);
  albums = [...form.querySelectorAll("[data-photos]")].map((root) => new Album(root, changed));
  load(broken || fresh());
  if (broken) say("上次没有写完的内容已经恢复。", { stays: true });
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", submit);
  document.addEventListener("submit", ({ target }) => { leaves ||= target.matches("[data-signs-out]"); }, true);
  document.addEventListener("visibilitychange", () => (document.hidden ? save() : sendQuietly()));
  window.addEventListener("online", sendQuietly);
  channel.addEventListener("message", refresh);
  setInterval(sendQuietly, RETRY);
  await refresh();
  form.dataset.ready = "";
  install();
  sendWaiting(sending, { person }).then(tell);
}

if (window.isSecureContext && window.indexedDB && person) start();
else if (!signedIn) document.body.dataset.phone = "stranger";
form.addEventListener("change", shapeToKind);
shapeToKind();
