/* The counts of the table on a map: a circle at each seat of government. Without a tile server the ground stays plain, and no
   other host is asked. Needs vendor/leaflet. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const root = document.querySelector("[data-openness-map]");
  const rows = [...document.querySelectorAll("[data-cells] tr[data-latitude]")];
  if (!root || !rows.length || !window.L) return;
  const place = root.querySelector(".openness-map");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  let map = null;

  const draw = () => {
    if (map || !root.open) return;
    map = window.L.map(place, { scrollWheelZoom: false, zoomAnimation: false });
    map.attributionControl.setPrefix(false);
    if (root.dataset.tiles) window.L.tileLayer(root.dataset.tiles, { maxZoom: 16 }).addTo(map);
    const seats = rows.map((row) => [Number(row.dataset.latitude), Number(row.dataset.longitude)]);
    map.fitBounds(seats, { padding: [40, 40] });
    const marks = [];
    rows.forEach((row, index) => {
      const link = row.querySelector("a");
      const number = row.dataset.count;
      const words = `${link.textContent} ${number || row.lastElementChild.textContent.trim()}`;
      const mark = window.L.circleMarker(seats[index], {
        radius: 6 + 3 * Number(row.dataset.shade),
        weight: 2,
        color: colour("--blue-deep"),
        fillColor: colour("--blue"),
        fillOpacity: number ? 0.55 : 0,
      }).addTo(map);
      const label = document.createElement("span");
      label.textContent = words;
      marks.push({ mark, label });
      mark.on("click", () => { window.location.href = link.href; });
    });
    // A label that would lie on another one waits until it is pointed at, or until there is room further in.
    const putLabels = () => {
      const taken = [];
      marks.forEach(({ mark, label }) => {
        const { x, y } = map.latLngToContainerPoint(mark.getLatLng());
        const wide = 16 * label.textContent.length + 30;
        const boxes = { right: [x, y - 20, x + wide, y + 20], left: [x - wide, y - 20, x, y + 20] };
        const free = Object.keys(boxes).find((side) => taken.every((box) => apart(box, boxes[side])));
        if (free) taken.push(boxes[free]);
        mark.unbindTooltip().bindTooltip(label, { permanent: Boolean(free), direction: free || "top" });
      });
    };
    map.on("zoomend", putLabels);
    putLabels();
  };
  const apart = (one, other) => one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1];
  root.addEventListener("toggle", draw);
  draw();
});
