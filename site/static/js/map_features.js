// On the public map: dots for profiles, numbered circles for many.

const SAME_PLACE = 1e-4;

/** The same for what need not be drawn again. */
export function keyOf({ geometry, properties: { id, count, bbox } }) {
  return [id, count, bbox, geometry.coordinates].join();
}

export function profileMarker({ geometry, properties }, { words }) {
  const branch = Number(properties.branch?.number ?? properties.branch) || 0;
  const icon = L.divIcon({
    className: `map-dot branch-${branch}${properties.precision === "locality" ? " map-dot--about" : ""}`,
    html: "",
    iconSize: [18, 18],
  });
  const marker = L.marker(at(geometry), { icon, title: properties.name, alt: properties.name, riseOnHover: true });
  marker.on("add", () => { marker.getElement().dataset.pin = properties.id; });
  return marker.bindPopup(() => card(properties, words), { maxWidth: 260 });
}

export function clusterMarker({ geometry, properties }, { map, words, listAddress, ask }) {
  const { count, bbox } = properties;
  const label = words.cluster.replace("{count}", count);
  const size = count < 10 ? 34 : count < 100 ? 42 : 52;
  const html = element("span", "", count > 9999 ? `${Math.round(count / 1000)}k` : count);
  const icon = L.divIcon({ className: "map-cluster", html, iconSize: [size, size] });
  const marker = L.marker(at(geometry), { icon, title: label, alt: label });
  marker.on("add", () => { marker.getElement().dataset.box = bbox; });
  if (isOnePlace(bbox)) return marker.bindPopup(() => together(count, at(geometry), words, { listAddress, ask }));
  const [west, south, east, north] = bbox;
  const zoomIn = () => map.fitBounds([[south, west], [north, east]], { padding: [40, 40] });
  // Leaflet does not click with Enter.
  return marker.on("click", zoomIn).on("keypress", ({ originalEvent }) => originalEvent.key === "Enter" && zoomIn());
}

const at = ({ coordinates: [longitude, latitude] }) => L.latLng(latitude, longitude);

/** No zoom parts those of one locality. */
function isOnePlace([west, south, east, north]) {
  return east - west < SAME_PLACE && north - south < SAME_PLACE;
}

function card({ name, headline, html_url, precision }, words) {
  const box = element("div", "map-card");
  const link = element("a", "", name);
  // The way alone: the site may have more addresses than one.
  link.href = new URL(html_url, location.href).pathname;
  box.append(element("strong"));
  box.firstChild.append(link);
  if (headline) box.append(element("p", "", headline));
  if (precision === "locality") box.append(element("p", "map-card-note", words.locality));
  return box;
}

function together(count, { lat, lng }, words, { listAddress, ask }) {
  const box = element("div", "map-card");
  const link = element("a", "", words.list);
  const around = [lng - SAME_PLACE, lat - SAME_PLACE, lng + SAME_PLACE, lat + SAME_PLACE];
  link.href = listAddress(around);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(around);
  });
  box.append(element("p", "", words.together.replace("{count}", count)), link);
  return box;
}

function element(tag, className = "", textContent = "") {
  return Object.assign(document.createElement(tag), { className, textContent });
}
