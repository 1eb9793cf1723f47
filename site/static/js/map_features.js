// What lies on the public map: dots for profiles, numbered circles for many of them.

const SAME_PLACE = 1e-4;

export function profileMarker({ geometry, properties }, { words }) {
  const branch = Number(properties.branch?.number ?? properties.branch) || 0;
  const icon = L.divIcon({
    className: `map-dot branch-${branch}${properties.precision === "locality" ? " map-dot--about" : ""}`,
    html: "",
    iconSize: [18, 18],
  });
  const marker = L.marker(at(geometry), { icon, title: properties.name, alt: properties.name, riseOnHover: true });
  marker.listingId = String(properties.id ?? "");
  return marker.bindPopup(() => card(properties, words), { maxWidth: 260 });
}

export function clusterMarker({ geometry, properties }, { map, words, listAddress }) {
  const { count, bbox } = properties;
  const label = words.cluster.replace("{count}", count);
  const size = count < 10 ? 34 : count < 100 ? 42 : 52;
  const html = document.createElement("span");
  html.textContent = count > 9999 ? `${Math.round(count / 1000)}k` : count;
  const icon = L.divIcon({ className: "map-cluster", html, iconSize: [size, size] });
  const marker = L.marker(at(geometry), { icon, title: label, alt: label });
  if (!bbox || isOnePlace(bbox)) return marker.bindPopup(() => together(count, at(geometry), words, listAddress));
  const [west, south, east, north] = bbox;
  const zoomIn = () => map.fitBounds([[south, west], [north, east]], { padding: [40, 40] });
  // Leaflet opens popups with Enter but does not click with it.
  return marker.on("click", zoomIn).on("keypress", ({ originalEvent }) => originalEvent.key === "Enter" && zoomIn());
}

function at({ coordinates: [longitude, latitude] }) {
  return L.latLng(latitude, longitude);
}

/** No zoom will ever part those who show the same locality only. */
function isOnePlace([west, south, east, north]) {
  return east - west < SAME_PLACE && north - south < SAME_PLACE;
}

function card({ name, headline, html_url, precision }, words) {
  const box = element("div", "map-card");
  const link = element("a", "", name);
  // The way alone: the visitor may be here by another of the site's addresses.
  link.href = new URL(html_url, location.href).pathname;
  const title = element("strong");
  title.append(link);
  box.append(title);
  if (headline) box.append(element("p", "", headline));
  if (precision === "locality") box.append(element("p", "map-card-note", words.locality));
  return box;
}

function together(count, { lat, lng }, words, listAddress) {
  const box = element("div", "map-card");
  const link = element("a", "", words.list);
  link.href = listAddress([lng - SAME_PLACE, lat - SAME_PLACE, lng + SAME_PLACE, lat + SAME_PLACE]);
  box.append(element("p", "", words.together.replace("{count}", count)), link);
  return box;
}

function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
