// A Leaflet map on the region's outline with places' names, or on tiles where some are configured.

const NAME_HEIGHT = 26;
const LETTER_WIDTH = 6.5;

/** Shows the region unless `map.placed`; the element carries cluster.geo.base_layer. */
export function createMap(element, options = {}, layers = element.dataset) {
  const map = L.map(element, { zoomSnap: 0.25, minZoom: 3, maxZoom: 18, ...options });
  map.attributionControl.setPrefix(false);
  map.setView([49.8, 6.1], 8.5);
  map.ready = addBase(map, layers);
  return map;
}

async function addBase(map, layers) {
  if (layers.tiles) return L.tileLayer(layers.tiles, { attribution: layers.attribution, maxZoom: 19 }).addTo(map);
  const [outline, places] = await Promise.all([layers.outline, layers.places].map(loadJson));
  map.createPane("region").classList.add("map-region-pane");
  const region = L.geoJSON(outline, {
    pane: "region",
    interactive: false,
    attribution: "Natural Earth · GeoNames",
    style: { className: "map-region" },
  }).addTo(map);
  map.region = region.getBounds();
  if (!map.placed) map.fitBounds(map.region, { animate: false });
  map.setMinZoom(7.5).setMaxBounds(map.region.pad(0.75));
  nameplaces(map, places.places);
}

/** For the eye: the larger first, as many as find room. */
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

function nameIcon(textContent) {
  const html = Object.assign(document.createElement("span"), { textContent });
  return L.divIcon({ className: "map-name", html, iconSize: null });
}

export async function loadJson(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
