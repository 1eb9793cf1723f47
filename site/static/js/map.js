// The public map (components/map.html): a drawing until somebody points at or asks for it; then
// Leaflet, with one place or a query's results.
import { createMap } from "./base_map.js";
import { loadScript, loadSheet } from "./loading.js";

const STEP = 80;
const STEPS = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] };

/** `event` is the newest that touched the drawing. */
export async function start(section, event) {
  const asked = (one) => one.type === "click" && one.target.closest?.(".map-still");
  // A thumb that passes and a Tab do not ask for a map.
  const enough = event.pointerType === "touch" ? asked(event) : event.type !== "focusin";
  const click = enough ? event : await nextAsking(section);
  await goLive(section);
  if (asked(click) && click.detail === 0) section.querySelector(".map-canvas").focus();
}

function nextAsking(section) {
  return new Promise((resolve) => {
    section.querySelector(".map-still").addEventListener("click", resolve, { once: true });
    section.addEventListener("pointerover", (event) => event.pointerType === "mouse" && resolve(event));
    addEventListener("hashchange", (event) => location.hash === `#${section.id}` && resolve(event));
  });
}

async function goLive(section) {
  await Promise.all([loadScript(section.dataset.leaflet), loadSheet(section.dataset.sheet)]);
  const canvas = section.querySelector(".map-canvas");
  const words = section.querySelector("[data-words]").dataset;
  const { featuresUrl } = section.querySelector("[data-features-url]").dataset;
  section.querySelector(".map-still").hidden = true;
  canvas.hidden = false;
  const map = createMap(canvas, {
    zoomControl: false,
    // What crosses the map scrolls the page, until the map is being used.
    scrollWheelZoom: false,
    dragging: !matchMedia("(pointer: coarse)").matches || !featuresUrl,
  });
  canvas.role = "application";
  canvas.ariaLabel = section.dataset.label;
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.on("focus click", () => {
    map.scrollWheelZoom.enable();
    map.dragging.enable();
  });
  map.on("blur", () => map.scrollWheelZoom.disable());
  useKeys(map, canvas);
  const { show } = await import(featuresUrl ? "./map_results.js" : "./map_place.js");
  show(section, map, words);
}

/** Leaflet listens to keys only while the map itself has the focus. */
function useKeys(map, canvas) {
  let opener = null;
  canvas.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
    if (!STEPS[event.key] || event.target === canvas || event.target.closest(".leaflet-popup")) return;
    event.preventDefault();
    map.panBy(STEPS[event.key]);
  });
  map.on("popupopen", ({ popup }) => {
    const focused = document.activeElement;
    opener = focused.matches(".leaflet-marker-icon:focus-visible") ? focused : null;
    if (opener) popup.getElement().querySelector("a")?.focus({ preventScroll: true });
  });
  map.on("popupclose", ({ popup }) => {
    if (popup.getElement()?.contains(document.activeElement)) (opener?.isConnected ? opener : canvas).focus();
  });
}
