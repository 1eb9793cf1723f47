// A Leaflet map on our own base: the region's outline with its places' names, or tiles where an
// administrator configured some. Expects Leaflet's script (window.L) to be loaded before.

const NAME_HEIGHT = 26;
const LETTER_WIDTH = 6.5;
const OUTLINE_CREDIT = "Natural Earth · GeoNames";

/** Shows the whole region unless `map.placed` is set by the time the outline is there.
 *  The element carries data-outline, data-places, data-tiles, data-attribution (cluster.geo.base_layer). */
export function createMap(element, options = {}, layers = element.dataset) {
  const map = L.map(element, { zoomSnap: 0.25, minZoom: 3, maxZoom: 18, ...options });
  map.attributionControl.setPrefix(false);
  map.setView([49.8, 6.1], 8.5);
  map.ready = layers.tiles ? addTiles(map, layers) : addOutline(map, layers);
  return map;
}

async function addTiles(map, layers) {
  L.tileLayer(layers.tiles, { attribution: layers.attribution, maxZoom: 19 }).addTo(map);
}

async function addOutline(map, layers) {
  const [outline, places] = await Promise.all([layers.outline, layers.places].map(loadJson));
  map.createPane("region").classList.add("map-region-pane");
  const region = L.geoJSON(outline, {
    pane: "region",
    interactive: false,
    attribution: OUTLINE_CREDIT,
    style: { className: "map-region" },
  }).addTo(map);
  if (!map.placed) map.fitBounds(region.getBounds(), { animate: false });
  map.setMinZoom(7.5).setMaxBounds(region.getBounds().pad(0.75));
  nameplaces(map, places.places);
}

/** Names of places, the larger first, as many as find room; only for the eye. */
function nameplaces(map, places) {
  const pane = map.createPane("names");
  pane.classList.add("map-names-pane");
  pane.setAttribute("aria-hidden", "true");
  const shown = L.layerGroup().addTo(map);
  const draw = () => {
    const box = map.getBounds();
    const taken = [];
    shown.clearLayers();
    for (const [name, longitude, latitude] of places) {
      const at = [latitude, longitude];
      if (!box.contains(at)) continue;
      const { x, y } = map.latLngToContainerPoint(at);
      const half = (name.length * LETTER_WIDTH) / 2 + 6;
      if (taken.some((one) => Math.abs(one.x - x) < one.half + half && Math.abs(one.y - y) < NAME_HEIGHT)) continue;
      taken.push({ x, y, half });
      L.marker(at, { icon: nameIcon(name), pane: "names", interactive: false, keyboard: false }).addTo(shown);
    }
  };
  map.on("zoomend moveend resize", draw);
  draw();
}

function nameIcon(name) {
  const html = document.createElement("span");
  html.textContent = name;
  return L.divIcon({ className: "map-name", html, iconSize: null });
}

export async function loadJson(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** A pin that can be dragged, and moved with the arrow keys (8 pixels, 40 with Shift) once it has
 *  the focus. Both end in Leaflet's "dragend". */
export function createPin(map, at, label) {
  const icon = L.divIcon({ className: "map-pin", html: "", iconSize: [28, 28], iconAnchor: [14, 28] });
  const pin = L.marker(at, { icon, draggable: true, autoPan: true, title: label, alt: label }).addTo(map);
  const element = pin.getElement();
  element.setAttribute("aria-label", label);
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  element.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const pixels = L.point(step).multiplyBy(event.shiftKey ? 40 : 8);
    pin.setLatLng(map.containerPointToLatLng(map.latLngToContainerPoint(pin.getLatLng()).add(pixels)));
    pin.fire("dragend");
  });
  return pin;
}

/** The text that is stored (cluster.geo.points); six decimals are 10 cm. */
export function locationText(at) {
  const [lng, lat] = [at.lng, at.lat].map((degrees) => Number(Number(degrees).toFixed(6)));
  return `SRID=4326;POINT(${lng} ${lat})`;
}

export function parseLocation(text) {
  const found = /^SRID=4326;\s?POINT\s?\((-?[\d.]+) (-?[\d.]+)\)$/.exec(text.trim());
  return found ? L.latLng(Number(found[2]), Number(found[1])) : null;
}
