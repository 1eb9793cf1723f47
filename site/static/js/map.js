// The public map (templates/components/map.html): one place, or the features of an address that
// is asked again as the map moves. Features: {cluster, count, bbox} or {id, name, headline, branch,
// precision, html_url}, branch being its number or {number}.
import { createMap, loadJson } from "./base_map.js";
import { clusterMarker, profileMarker } from "./map_features.js";
import { syncWithList } from "./map_list.js";

const SETTLE = 200;

function start(section) {
  const canvas = section.querySelector(".map-canvas");
  const words = section.querySelector("[data-words]").dataset;
  section.querySelector(".map-still").hidden = true;
  canvas.hidden = false;
  const map = createMap(canvas, {
    zoomControl: false,
    // A thumb or a wheel that crosses the map scrolls the page, until the map is being used.
    scrollWheelZoom: false,
    dragging: !matchMedia("(pointer: coarse)").matches || section.dataset.featuresUrl === "",
  });
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", section.dataset.label);
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.on("focus click", () => {
    map.scrollWheelZoom.enable();
    map.dragging.enable();
  });
  map.on("blur", () => map.scrollWheelZoom.disable());
  if (section.dataset.featuresUrl) showFeatures(section, map, words);
  else if (section.dataset.lat) showPlace(section, map);
}

function showPlace({ dataset }, map) {
  const at = L.latLng(Number(dataset.lat), Number(dataset.lon));
  map.placed = true;
  map.setView(at, 10);
  if (dataset.approximate) {
    L.circle(at, { radius: 1500, className: "map-about", interactive: false }).addTo(map);
  } else {
    const icon = L.divIcon({ className: "map-pin", html: "", iconSize: [28, 28], iconAnchor: [14, 28] });
    L.marker(at, { icon, title: dataset.label, alt: dataset.label, interactive: false, keyboard: false }).addTo(map);
  }
}

function showFeatures(section, map, words) {
  const layer = L.layerGroup().addTo(map);
  const status = section.querySelector(".map-status");
  let asked = 0;
  let timer = 0;

  const load = async () => {
    const number = ++asked;
    try {
      const { features } = await loadJson(address(section.dataset.featuresUrl, map));
      if (number === asked) draw(features);
    } catch {
      if (number === asked) status.textContent = words.failed;
    }
  };
  const draw = (features) => {
    layer.clearLayers();
    let count = 0;
    for (const feature of features) {
      count += feature.properties.count ?? 1;
      const make = feature.properties.cluster ? clusterMarker : profileMarker;
      make(feature, { map, words, listAddress: (box) => listAddress(section, box) }).addTo(layer);
    }
    status.textContent = count ? words.shown.replace("{count}", count) : words.none;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(load, SETTLE);
  };

  const offer = () => offerSearch(section, map);
  const asksFor = new URLSearchParams(location.search).get("bbox")?.split(",").map(Number);
  map.ready.finally(() => {
    if (asksFor?.length === 4 && asksFor.every(Number.isFinite)) map.fitBounds(toBounds(asksFor));
    load();
    map.on("moveend", later);
    map.on("dragend zoomend", offer);
  });
  syncWithList(section, layer);
}

function offerSearch(section, map) {
  const button = section.querySelector("[data-search-here]");
  if (!button) return;
  button.hidden = false;
  button.onclick = () => location.assign(listAddress(section, boxOf(map)));
}

/** The list's own address, its filters kept, for another part of the map. */
function listAddress(section, box) {
  const url = new URL(section.dataset.searchUrl || location.href, location.href);
  if (!url.search) url.search = location.search;
  for (const name of ["page", "near", "radius", "locality", "canton"]) url.searchParams.delete(name);
  url.searchParams.set("bbox", box.map((degrees) => degrees.toFixed(5)).join(","));
  return url;
}

function address(features, map) {
  const url = new URL(features, location.href);
  url.searchParams.set("bbox", boxOf(map).map((degrees) => degrees.toFixed(5)).join(","));
  url.searchParams.set("zoom", Math.round(map.getZoom()));
  return url;
}

function boxOf(map) {
  const box = map.getBounds();
  return [
    Math.max(-180, box.getWest()),
    Math.max(-90, box.getSouth()),
    Math.min(180, box.getEast()),
    Math.min(90, box.getNorth()),
  ];
}

export function toBounds([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east]);
}

document.querySelectorAll("[data-map]").forEach(start);
