// wagtailgeowidget's Leaflet field on our base map. Its scripts are classic ones, loaded before:
// LeafletField is theirs.
import { createMap } from "./base_map.js";
import { createPin, locationText } from "./pin.js";

class PlaceMap extends LeafletField {
  setup() {
    super.setup();
    if (!this.getState()) this.latLngField.val("");
    this.showWhetherSet();
  }

  initMap(element, at) {
    this.map = createMap(element[0], { zoom: this.zoom }, this.sourceField[0].dataset);
    this.map.placed = Boolean(this.getState());
    this.map.setView(at, this.getState() ? 12 : this.zoom);
    this.marker = createPin(this.map, at, this.translations.pin);
    this.latLngField.attr("aria-label", this.translations.label);
  }

  initEvents() {
    super.initEvents();
    this.addressField.on("searchGeocoded", (_event, at) => this.map.setView(at, Math.max(this.map.getZoom(), 12)));
    this.latLngField.on("input", () => {
      if (this.latLngField.val().trim()) return;
      this.clearFieldMessage({ field: this.latLngField });
      this.setState("");
      this.showWhetherSet();
    });
  }

  // Theirs raises an error on a text without numbers.
  parseStrToLatLng(text) {
    const found = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
    const [lat, lng] = found ? [Number(found[1]), Number(found[2])] : [NaN, NaN];
    return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? L.latLng(lat, lng) : null;
  }

  // Without a point there is nothing to look at.
  updateMapFromCoords(at) {
    if (at) super.updateMapFromCoords(at);
  }

  updateLatLng(at) {
    const [lat, lng] = [at.lat, at.lng].map((degrees) => Number(Number(degrees).toFixed(6)));
    this.latLngField.val(`${lat},${lng}`);
    this.clearFieldMessage({ field: this.latLngField });
  }

  writeLocation(at) {
    this.setState(locationText(at));
    this.showWhetherSet();
  }

  showWhetherSet() {
    this.marker.setOpacity(this.getState() ? 1 : 0.45);
  }
}

class PlaceMapController extends window.StimulusModule.Controller {
  static values = { options: Object };

  connect() {
    const { addressField, zoomField, ...options } = this.optionsValue;
    const prefix = this.element.id.slice(0, this.element.id.length - this.element.name.split("-").at(-1).length);
    const selector = (name) => (name ? `#${prefix}${name}` : undefined);
    this.field = new PlaceMap({
      ...options,
      id: this.element.id,
      addressSelector: selector(addressField),
      zoomSelector: selector(zoomField),
    });
  }
}

window.wagtail.app.register("place-map", PlaceMapController);
