// The one pin that members and editors move, and the text its place is stored as.

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
