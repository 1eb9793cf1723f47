// The pin and the suggestions around a form's locality and location fields (cluster.geo.forms).
// Without this script the typed locality is resolved when the form is sent.
import { createMap, loadJson } from "./base_map.js";
import { createPin, locationText, parseLocation } from "./pin.js";

const DELAY = 250;

function enhance(picker) {
  const form = picker.closest("form");
  const stored = picker.querySelector("input");
  const canvas = picker.querySelector(".place-picker-map");
  const status = picker.querySelector(".place-picker-status");
  const locality = form?.elements.namedItem(picker.dataset.locality);

  canvas.hidden = false;
  const map = createMap(canvas);
  let pin = null;

  const place = (at) => {
    map.placed = true;
    pin ??= startPin(at);
    pin.setLatLng(at);
  };
  const startPin = (at) => {
    const made = createPin(map, at, picker.dataset.pin);
    made.on("dragend", () => write(made.getLatLng()));
    return made;
  };
  const write = (at) => {
    stored.value = locationText(at);
    stored.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const goTo = ({ label, latitude, longitude }) => {
    const at = L.latLng(latitude, longitude);
    place(at);
    write(at);
    map.setView(at, Math.max(map.getZoom(), 11));
    status.textContent = `${picker.dataset.found} ${label}.`;
  };

  const start = parseLocation(stored.value);
  if (start) {
    place(start);
    map.setView(start, 11);
  }
  map.on("click", ({ latlng }) => {
    place(latlng);
    write(latlng);
  });
  if (locality) offerPlaces(locality, picker.dataset, status, goTo);
}

/** Places that fit what is typed, as buttons below the field: right for a thumb and for the keyboard. */
function offerPlaces(locality, words, status, chosen) {
  locality.removeAttribute("list");
  const list = document.createElement("ul");
  list.className = "place-offers";
  list.setAttribute("aria-label", words.offer);
  list.hidden = true;
  locality.after(list);
  let timer = 0;
  let asked = 0;

  const choose = (place) => {
    list.hidden = true;
    if (place.name) locality.value = place.name;
    chosen(place);
  };
  const ask = async () => {
    const number = ++asked;
    const text = locality.value.trim();
    const { places } = text
      ? await loadJson(`${words.suggest}?${new URLSearchParams({ q: text })}`).catch(() => ({ places: [] }))
      : { places: [] };
    if (number !== asked) return;
    list.replaceChildren(...places.slice(0, 5).map((place) => offer(place, choose)));
    list.hidden = !places.length;
    status.textContent = text && !places.length ? words.unknown : "";
  };
  locality.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  locality.addEventListener("keydown", (event) => {
    if (event.key === "Escape") list.hidden = true;
    if (event.key === "ArrowDown") list.querySelector("button")?.focus();
  });
}

function offer(place, choose) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.label;
  button.addEventListener("click", () => choose(place));
  item.append(button);
  return item;
}

document.querySelectorAll("[data-place-picker]").forEach(enhance);
