/* The rows of the table on a map: boundaries where there are some, circles at schematic positions for the others. Without a tile server
   the ground stays plain, and no other host is asked. Needs vendor/leaflet. */
"use strict";

document.addEventListener("DOMContentLoaded", async () => {
  const root = document.querySelector("[data-atlas]");
  const rows = [...document.querySelectorAll("[data-atlas-rows] tbody tr[data-size]")];
  if (!root || !rows.length || !window.L) return;
  const place = root.querySelector(".atlas-map");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const tones = { red: "--red", orange: "--orange", yellow: "--yellow", blue: "--blue-grade", none: "--ink-soft" };
  const look = (row) => {
    const tone = tones[row.dataset.tone];
    if (tone) return { weight: 2, color: colour("--ink-soft"), fillColor: colour(tone), fillOpacity: 0.8 };
    const wanting = "wanting" in row.dataset;
    return { weight: 2, color: colour(wanting ? "--orange" : "--blue-deep"), fillColor: colour(wanting ? "--orange" : "--blue"), fillOpacity: 0.35 };
  };
  const map = window.L.map(place, { scrollWheelZoom: false, zoomAnimation: false });
  map.attributionControl.setPrefix(false);
  if (root.dataset.tiles) window.L.tileLayer(root.dataset.tiles, { maxZoom: 18 }).addTo(map);
  const all = window.L.featureGroup();
  const most = Math.max(...rows.map((row) => Number(row.dataset.size)), 1);

  const put = (layer, row) => {
    const link = row.querySelector("a");
    const label = document.createElement("span");
    label.textContent = row.dataset.code ? link.textContent : `${link.textContent} ${row.dataset.size}`;
    layer.bindTooltip(label, { sticky: true });
    layer.on("click", () => { window.location.href = link.href; });
    layer.addTo(all);
  };
  const point = (row) => {
    if (!row.dataset.latitude) return;
    const where = [Number(row.dataset.latitude), Number(row.dataset.longitude)];
    put(window.L.circleMarker(where, { ...look(row), radius: 6 + 14 * Math.sqrt(Number(row.dataset.size) / most) }), row);
  };

  const drawn = new Map();
  if (root.dataset.boundaries) {
    const answer = await fetch(root.dataset.boundaries);
    const data = answer.ok ? await answer.json() : { features: [] };
    data.features.forEach((feature) => drawn.set(feature.properties.code, feature));
  }
  rows.forEach((row) => {
    const feature = drawn.get(row.dataset.code);
    if (feature) put(window.L.geoJSON(feature, { style: look(row) }), row);
    else point(row);
  });
  if (!all.getLayers().length) return place.remove();
  all.addTo(map);
  map.fitBounds(all.getBounds(), { padding: [30, 30], maxZoom: 16 });
});
