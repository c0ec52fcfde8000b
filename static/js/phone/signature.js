/* A signature on the screen: drawn with a finger, a pen or the mouse, kept as a PNG beside the photographs of the form. */

const INK = 2.5; // pixels of the stroke

export class Signature {
  constructor(root, changed) {
    this.root = root;
    this.name = root.dataset.signature;
    this.photos = [];
    this.changed = changed;
    this.canvas = root.querySelector("canvas");
    this.pen = this.canvas.getContext("2d");
    this.isDown = false;
    this.canvas.addEventListener("pointerdown", (event) => this.begin(event));
    this.canvas.addEventListener("pointermove", (event) => this.draw(event));
    for (const end of ["pointerup", "pointercancel"]) this.canvas.addEventListener(end, () => this.end());
    root.querySelector("[data-again]").addEventListener("click", () => this.again());
    root.dataset.ready = "";
  }

  /** Where the pointer is, in the pixels of the sheet. */
  at({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    return [((clientX - box.left) / box.width) * this.canvas.width, ((clientY - box.top) / box.height) * this.canvas.height];
  }

  begin(event) {
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    Object.assign(this.pen, { lineWidth: INK * 2, lineCap: "round", lineJoin: "round", strokeStyle: "black" });
    if (!this.photos.length && !this.isDown) this.paper();
    this.isDown = true;
    this.pen.beginPath();
    this.pen.moveTo(...this.at(event));
  }

  draw(event) {
    if (!this.isDown) return;
    this.pen.lineTo(...this.at(event));
    this.pen.stroke();
  }

  async end() {
    if (!this.isDown) return;
    this.isDown = false;
    const blob = await new Promise((resolve) => { this.canvas.toBlob(resolve, "image/png"); });
    if (!blob) return;
    this.photos = [{ name: "signature.png", blob }];
    this.show();
    this.changed();
  }

  again() {
    this.photos = [];
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.show();
    this.changed();
  }

  paper() {
    Object.assign(this.pen, { fillStyle: "white" });
    this.pen.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  async put(photos) {
    this.photos = [...photos];
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.show();
    if (!photos.length) return;
    const picture = await createImageBitmap(photos[0].blob);
    this.pen.drawImage(picture, 0, 0);
    picture.close();
  }

  show() {
    this.root.toggleAttribute("data-signed", this.photos.length > 0);
  }
}
