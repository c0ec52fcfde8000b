/* A form that is written without network: what is typed and photographed is kept on the phone at every change; what is sent waits here until
   the server says it has it. Without this script, or on an unsafe connection, the same form is sent in the plain way.

   A page gives what is its own: {about, book, first, withheld, words, titleOf(values), missing(form, photos), shape(), albums(changed),
   loaded(), fillSheet(profile), handedIn(isDone), written(drafts), leaves(draft)}. Drafts are told apart by the address they are sent to, and
   by what they are `about` where a page writes of one thing at a time. */
import { fill, read } from "../fields.js";
import * as errors from "./errors.js";
import { install, sendLater } from "./install.js";
import { forgetKeeper, keepFor, keeper } from "./keeper.js";
import { draw } from "./list.js";
import { Album } from "./photos.js";
import { channel, sendWaiting } from "./sending.js";
import { State, draftsOf, drop, isFull, keep, profileOf } from "./store.js";

const RETRY = 60_000, PAUSE = 400; // milliseconds
const FULL = "手机存储空间不足，这条没有存下。请先发送或删除几条，再试一次。";
const WORDS = { offline: "没有网络。可以照常上报，连上网络后自动发送。", sent: "已上报", look: "查看这件" };
const albumsIn = (form, changed) => [...form.querySelectorAll("[data-photos]")].map((root) => new Album(root, changed));

export function openNotebook(form, own) {
  const list = document.querySelector("[data-drafts]");
  const { sending, signIn } = form.dataset;
  const signedIn = document.body.dataset.person || "";
  const person = signedIn || keeper();
  const about = own.about || "";
  const words = { ...WORDS, ...own.words };
  let draft = null;
  let albums = [];
  let empty = {}; // the values of the untouched form
  let timer = 0;
  let leaves = false; // a sign-out has begun: what it wipes is not kept again

  const fresh = () => ({
    id: crypto.randomUUID(), person, about, to: sending, state: State.OPEN, values: empty, photos: {}, why: "", errors: [],
  });
  const photosNow = () => Object.fromEntries(albums.filter((album) => album.photos.length).map((album) => [album.name, album.photos]));
  const hasContent = (one) => Object.keys(one.photos).length > 0 || JSON.stringify(one.values) !== JSON.stringify(empty);
  const ownDrafts = async () => (await draftsOf(person)).filter((one) => (one.to || sending) === sending);
  const isHere = (one) => (one.about || "") === about;

  /** Read the form into the draft and keep it; false when it could not be kept. */
  async function save(change = {}) {
    clearTimeout(timer);
    if (leaves) return false;
    const values = read(form, own.withheld);
    draft = { ...draft, at: Date.now(), title: own.titleOf(values), values, photos: photosNow(), ...change };
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

  function load(one) {
    draft = one;
    errors.clear(form);
    fill(form, one.values, { withheld: own.withheld, over: true });
    albums.forEach((album) => album.put(one.photos[album.name] || []));
    own.loaded?.();
    own.shape?.();
  }

  async function refresh() {
    const all = await ownDrafts();
    if (all.some((one) => one.id === draft.id && one.state === State.SENT)) load(fresh()); // another page of this phone sent it
    draw(list, all.filter((one) => one.id !== draft.id), { edit, send, remove });
    own.written?.(all.filter((one) => [State.WAITING, State.SENT].includes(one.state)));
  }

  async function edit(one) {
    await save();
    const opened = { ...one, state: State.OPEN };
    await keep(opened);
    if (!isHere(one)) return own.leaves(one);
    own.handedIn?.(false);
    load(opened);
    errors.show(form, one.errors || []);
    if (!one.errors?.length) form.querySelector(own.first)?.focus();
    return refresh();
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
    else if (why === "offline") say(words.offline, { tone: "warning" });
    else if (why) say("有草稿暂时没有发出，原因见下面的列表，稍后自动再试。", { tone: "warning" });
    else if (!signedIn) say("网络已恢复。", { url: form.action, action: "打开完整页面" });
    else if (!document.querySelector("[data-said][data-stays]")) say("");
  }

  /** What `stays` is not taken away by the next quiet sending. */
  function say(told, { tone = "", url = "", action = "", stays = false } = {}) {
    const place = document.querySelector("[data-said]");
    place.replaceChildren();
    place.toggleAttribute("data-stays", stays);
    if (!told) return;
    const banner = document.getElementById("banner-template").content.firstElementChild.cloneNode(true);
    if (tone) banner.classList.add(`banner-${tone}`);
    const part = banner.querySelector("[data-words]");
    part.textContent = told;
    if (url) part.append(" ", Object.assign(document.createElement("a"), { href: url, textContent: action }));
    place.append(banner);
  }

  async function submit(event) {
    event.preventDefault();
    event.stopPropagation();
    const wrong = own.missing(form, photosNow());
    if (wrong.length) {
      await save();
      errors.show(form, wrong);
      return;
    }
    if (!(await save({ state: State.WAITING, why: "", errors: [] }))) return;
    const { id } = draft;
    load(fresh());
    own.handedIn?.(true);
    await refresh();
    say("已存在手机上，正在发送……");
    sendLater();
    await tell(await sendWaiting(sending, { person }));
    await answered(id);
  }

  /** Show what the server said to the one just sent: done, or back in the form with what is wrong. */
  async function answered(id) {
    const one = (await ownDrafts()).find((row) => row.id === id);
    if (one?.state === State.SENT) {
      const told = `${words.sent}：${one.told.title}（${one.told.number}，${one.told.state}）`;
      say(told, { tone: "success", url: one.told.url, action: words.look, stays: true });
    }
    if (one?.state === State.FAILED) own.handedIn?.(false);
    if (one?.state === State.FAILED && !hasContent({ values: read(form, own.withheld), photos: photosNow() })) await edit(one);
    document.querySelector("[data-said]").scrollIntoView({ block: "nearest" });
  }

  async function sendQuietly() {
    if ((await ownDrafts()).some((one) => one.state === State.WAITING) || !signedIn) tell(await sendWaiting(sending, { person }));
  }

  async function start() {
    if (signedIn) keepFor(signedIn);
    const profile = await profileOf(person, own.book);
    if (!signedIn && profile) own.fillSheet(form, profile);
    document.body.dataset.phone = profile || signedIn ? "ready" : "stranger";
    empty = read(form, own.withheld);
    const before = (await ownDrafts()).filter(isHere);
    const broken = before.find((one) => one.state === State.OPEN);
    albums = (own.albums || albumsIn)(form, changed);
    load(broken || fresh());
    if (broken) say("上次没有写完的内容已经恢复。", { stays: true });
    own.handedIn?.(!broken && before.some((one) => [State.WAITING, State.SENT].includes(one.state)));
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
}
