// What a query finds, asked anew as the map moves and the list changes; #map-dots says where.
import { askFor } from "./asking.js";
import { loadJson } from "./base_map.js";
import { clusterMarker, keyOf, profileMarker } from "./map_features.js";

const SETTLE = 200;
const PLACES = ["page", "near", "radius", "locality", "canton"];

export function show(section, map, words) {
  const markers = new Map();
  const layer = L.layerGroup().addTo(map);
  const status = section.querySelector("[data-map-status]");
  const here = section.querySelector("[data-search-here]");
  const context = {
    map,
    words,
    listAddress: (box) => listAddress(section, box),
    ask: (box) => {
      context.own = true;
      askFor(section, listAddress(section, box));
    },
  };
  let asked = 0;
  let timer = 0;
  let quiet = true;
  let boxed = false;

  const load = async () => {
    const number = ++asked;
    try {
      const { features } = await loadJson(featuresAddress(section, map));
      if (number === asked) return draw(features);
    } catch {
      if (number === asked) status.textContent = words.failed;
    }
    return null;
  };
  const draw = (features) => {
    const there = new Map(features.map((feature) => [keyOf(feature), feature]));
    const canvas = map.getContainer();
    const onPin = document.activeElement.closest?.(".leaflet-marker-pane") && canvas.contains(document.activeElement);
    for (const [key, marker] of markers) {
      if (there.has(key)) continue;
      layer.removeLayer(marker);
      markers.delete(key);
    }
    for (const [key, feature] of there) {
      if (markers.has(key)) continue;
      const make = feature.properties.cluster ? clusterMarker : profileMarker;
      markers.set(key, make(feature, context).addTo(layer));
    }
    if (onPin && document.activeElement === document.body) canvas.focus({ preventScroll: true });
    const count = features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0);
    status.textContent = count ? words.shown.replace("{count}", count) : words.none;
    return count;
  };
  const fit = (bounds) => {
    quiet = true;
    map.fitBounds(bounds, { animate: false });
  };
  /** To its part of the map; else the region, unless it had no part before and some are in view. */
  const follow = async () => {
    if (here) here.hidden = true;
    const box = boxAsked();
    if (box && !context.own) fit(box);
    else if (!box && boxed) fit(map.region);
    [boxed, context.own] = [Boolean(box), false];
    const count = await load();
    if (count === 0 && !box) fit(map.region);
  };

  map.ready.finally(() => {
    map.region ??= map.getBounds();
    const box = boxAsked();
    if (box) fit(box);
    boxed = Boolean(box);
    load();
    map.on("autopanstart", () => { quiet = true; });
    map.on("moveend", () => {
      clearTimeout(timer);
      timer = setTimeout(load, SETTLE);
      if (here && !quiet) here.hidden = false;
      quiet = false;
    });
    quiet = false;
  });
  if (here) here.onclick = () => context.ask(boxOf(map));
  // Said while the map is being used; a change of the list says itself.
  map.on("focus", () => status.setAttribute("aria-live", "polite"));
  map.on("blur", () => status.removeAttribute("aria-live"));
  document.addEventListener("results:changed", follow);
}

function addresses(section) {
  return section.querySelector("[data-features-url]").dataset;
}

/** The list's own address for another part of the map. */
function listAddress(section, box) {
  const url = new URL(addresses(section).searchUrl || location.href, location.href);
  for (const name of PLACES) url.searchParams.delete(name);
  if (url.searchParams.get("sort") === "distance") url.searchParams.delete("sort");
  url.searchParams.set("bbox", written(box));
  return url;
}

function featuresAddress(section, map) {
  const url = new URL(addresses(section).featuresUrl, location.href);
  url.searchParams.set("bbox", written(boxOf(map)));
  url.searchParams.set("zoom", Math.round(map.getZoom()));
  return url;
}

function written(box) {
  return box.map((degrees) => degrees.toFixed(5)).join(",");
}

function boxAsked() {
  const box = new URLSearchParams(location.search).get("bbox")?.split(",").map(Number);
  return box?.length === 4 && box.every(Number.isFinite) ? L.latLngBounds([box[1], box[0]], [box[3], box[2]]) : null;
}

function boxOf(map) {
  const [west, south, east, north] = map.getBounds().toBBoxString().split(",").map(Number);
  return [Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)];
}
