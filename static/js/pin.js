/* An exact place on top of the address, if someone wants to give it: the device's position, or a press on the map.
   The map is fetched only when this is opened, and only where the portal has a tile server. */
"use strict";

(() => {
  const HOHHOT = [40.8424, 111.749];
  const DIGITS = 5; // about a metre

  function start(root) {
    const latitude = document.getElementById(root.dataset.latitude);
    const longitude = document.getElementById(root.dataset.longitude);
    const state = root.querySelector("[data-pin-state]");
    let map = null;
    let mark = null;

    function tell() {
      const known = latitude.value && longitude.value;
      root.toggleAttribute("data-pinned", Boolean(known));
      state.textContent = known ? `${state.dataset.set}${latitude.value}, ${longitude.value}` : state.dataset.none;
      if (!map) return;
      mark?.remove();
      mark = known ? window.L.circleMarker([latitude.value, longitude.value], { radius: 9, weight: 3 }).addTo(map) : null;
    }

    function put(lat, lng) {
      latitude.value = lat.toFixed(DIGITS);
      longitude.value = lng.toFixed(DIGITS);
      tell();
      map?.setView([lat, lng], Math.max(map.getZoom(), 16));
    }

    function locate(then) {
      navigator.geolocation?.getCurrentPosition(
        ({ coords }) => { put(coords.latitude, coords.longitude); then?.(); },
        () => { state.textContent = state.dataset.refused; },
        { enableHighAccuracy: true, timeout: 10000 },
      );
    }

    root.querySelector("[data-pin-here]").addEventListener("click", () => locate());
    const { form } = latitude;
    if (form.hasAttribute("data-pin-needed")) { // one press is enough: the position is asked for, then sent
      form.addEventListener("submit", (event) => {
        if (latitude.value && longitude.value) return;
        event.preventDefault();
        event.stopPropagation(); // nothing was sent yet
        root.open = true;
        locate(() => form.requestSubmit());
      });
    }
    root.querySelector("[data-pin-clear]").addEventListener("click", () => {
      latitude.value = longitude.value = "";
      tell();
    });
    latitude.addEventListener("refill", tell); // a draft was put back into the form
    root.addEventListener("toggle", async () => {
      const place = root.querySelector("[data-pin-map]");
      if (!root.open || !place || map) return;
      await load(root);
      const known = latitude.value && longitude.value;
      map = window.L.map(place).setView(known ? [latitude.value, longitude.value] : HOHHOT, known ? 16 : 12);
      map.attributionControl.setPrefix(false);
      window.L.tileLayer(root.dataset.tiles, { maxZoom: 18 }).addTo(map);
      map.on("click", ({ latlng }) => put(latlng.lat, latlng.lng));
      tell();
    });
    tell();
  }

  function load(root) {
    if (window.L) return Promise.resolve();
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: root.dataset.mapStyle });
    const script = Object.assign(document.createElement("script"), { src: root.dataset.mapScript });
    document.head.append(style, script);
    return new Promise((resolve, reject) => { script.onload = resolve; script.onerror = reject; });
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-pin]").forEach(start));
})();
