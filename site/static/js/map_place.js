// One place on the map: a pin, or a circle where only the locality is told.

export function show({ dataset }, map) {
  const at = L.latLng(Number(dataset.lat), Number(dataset.lon));
  map.placed = true;
  map.setView(at, 10);
  if ("approximate" in dataset) {
    L.circle(at, { radius: 1500, className: "map-about", interactive: false }).addTo(map);
  } else {
    const icon = L.divIcon({ className: "map-pin", html: "", iconSize: [28, 28], iconAnchor: [14, 28] });
    L.marker(at, { icon, title: dataset.label, alt: dataset.label, interactive: false, keyboard: false }).addTo(map);
  }
}
