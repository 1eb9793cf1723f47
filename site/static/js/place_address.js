// wagtailgeowidget's address field, asking our own server. GeocoderField is theirs, a classic
// script loaded before; it tells the map with a jQuery event. A street is looked for in the locality
// of the field before: "rue de Luxembourg" is in many towns.

class PlaceAddress extends GeocoderField {
  constructor(options) {
    super(options);
    this.delayTime = 400;
    this.address = options.address;
    this.locality = options.locality;
    this.words = options.words;
  }

  async geocodeSearch(query) {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const q = [query, this.locality?.value.trim()].filter(Boolean).join(", ");
      const address = `${this.address}?${new URLSearchParams({ q })}`;
      const response = await fetch(address, { signal: this.asked.signal });
      const { places, error } = await response.json();
      if (!places.length) return this.say("warning", error || this.words.unknown);
      const { label, latitude, longitude } = places[0];
      this.say("info", `${this.words.found} ${label}`);
      this.field.trigger("searchGeocoded", [{ lat: latitude, lng: longitude }]);
    } catch (error) {
      if (error.name !== "AbortError") this.say("warning", this.words.unknown);
    }
  }

  // Theirs writes HTML, and the message holds what another server answered.
  say(kind, text) {
    this.clearFieldMessage({ field: this.field });
    const message = document.createElement("p");
    message.className = `help-block help-${kind} ${this.genMessageId(this.field)}`;
    message.setAttribute("role", "status");
    message.textContent = text;
    this.field[0].after(message);
  }
}

class PlaceAddressController extends window.StimulusModule.Controller {
  static values = { url: String, locality: String, found: String, unknown: String };

  connect() {
    this.field = new PlaceAddress({
      id: this.element.id,
      address: this.urlValue,
      locality: document.getElementById(this.localityValue),
      words: { found: this.foundValue, unknown: this.unknownValue },
    });
  }
}

window.wagtail.app.register("place-address", PlaceAddressController);
