// What is pointed at in the list lights up on the map, and the other way round: an item's
// data-listing-id is a pin's data-pin, its data-at lies in a cluster's data-box.

const ON = ["pointerover", "focusin"];
const OFF = ["pointerout", "focusout"];

export function start(page, event) {
  const show = ({ type, target }) => {
    const on = ON.includes(type);
    const item = target.closest?.("[data-listing-id]");
    const pin = target.closest?.("[data-pin], [data-box]");
    if (item) for (const one of pinsOf(page, item)) light(one, on);
    else if (pin) for (const one of itemsOf(page, pin)) one.classList.toggle("is-lit", on);
  };
  for (const type of [...ON, ...OFF]) page.addEventListener(type, show);
  if (ON.includes(event.type)) show(event);
}

function pinsOf(page, { dataset }) {
  const own = all(page, `[data-pin="${dataset.listingId}"]`);
  if (own.some((pin) => pin instanceof HTMLElement) || !dataset.at) return own;
  return [...own, ...all(page, "[data-box]").filter((cluster) => holds(cluster.dataset, dataset.at))];
}

function itemsOf(page, { dataset }) {
  if (dataset.pin) return all(page, `[data-listing-id="${dataset.pin}"]`);
  return all(page, "[data-at]").filter((item) => holds(dataset, item.dataset.at));
}

function all(page, selector) {
  return [...page.querySelectorAll(selector)];
}

function holds({ box }, at) {
  const [west, south, east, north, longitude, latitude] = `${box},${at}`.split(",").map(Number);
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}

function light(pin, on) {
  pin.classList.toggle("is-lit", on);
  // Leaflet stacks them from north to south.
  if (pin instanceof HTMLElement) {
    pin.dataset.depth ??= pin.style.zIndex;
    pin.style.zIndex = on ? "10000" : pin.dataset.depth;
  }
}
