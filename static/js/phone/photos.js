/* Photographs before they are kept: made small enough for a weak network, and freed of what the camera wrote into them (EXIF: place, device). */

const LONGEST = 1600; // pixels of the longer side: writing on a notice stays readable
const QUALITY = 0.82;
export const LARGEST = 20 * 1024 * 1024; // bytes of what is no picture

/** {name, blob} of a file; a picture is drawn anew. Raises when the browser cannot read it. */
export async function made(file) {
  if (!file.type.startsWith("image/")) return { name: file.name, blob: file };
  const picture = await createImageBitmap(file);
  const share = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * share);
  canvas.height = Math.round(picture.height * share);
  const sheet = canvas.getContext("2d");
  sheet.fillStyle = "white";
  sheet.fillRect(0, 0, canvas.width, canvas.height);
  sheet.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error("no picture");
  return { name: `${file.name.replace(/\.\w+$/, "") || "photo"}.jpg`, blob };
}

/** The photographs of one field ([data-photos="name"]): taken one after the other, shown small, each can be left out again. */
export class Album {
  constructor(root, changed) {
    this.root = root;
    this.name = root.dataset.photos;
    this.photos = [];
    this.changed = changed;
    root.querySelectorAll("input[type=file]").forEach((input) => input.addEventListener("change", () => this.take(input)));
  }

  async take(input) {
    const files = [...input.files];
    input.value = "";
    this.tell("");
    for (const file of files) await this.add(file);
    this.draw();
    this.changed();
  }

  async add(file) {
    if (this.photos.length >= Number(this.root.dataset.most)) return this.tell(`最多 ${this.root.dataset.most} 个，多出的没有加入。`);
    if (!file.type.startsWith("image/") && file.size > LARGEST) return this.tell(`“${file.name}”太大，没有加入。`);
    try {
      this.photos.push(await made(file));
    } catch {
      this.tell(`“${file.name}”打不开，请换一张照片。`);
    }
  }

  put(photos) {
    this.photos = [...photos];
    this.tell("");
    this.draw();
  }

  tell(words) {
    this.root.querySelector("[data-told]").textContent = words;
  }

  draw() {
    const list = this.root.querySelector("[data-shown]");
    list.querySelectorAll("img").forEach((picture) => URL.revokeObjectURL(picture.src));
    list.replaceChildren(...this.photos.map((photo, place) => this.drawn(photo, place)));
  }

  drawn(photo, place) {
    const item = document.getElementById("photo-template").content.firstElementChild.cloneNode(true);
    const isPicture = photo.blob.type.startsWith("image/");
    const picture = item.querySelector("img");
    if (isPicture) picture.src = URL.createObjectURL(photo.blob);
    else picture.replaceWith(photo.name);
    item.querySelector("[data-place]").textContent = String(place + 1);
    item.querySelector("button").addEventListener("click", () => {
      this.photos.splice(place, 1);
      this.draw();
      this.changed();
      this.root.querySelector("input[type=file]").focus();
    });
    return item;
  }
}
