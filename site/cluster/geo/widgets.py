"""The geo widget of the admin, with everything from our own server.

wagtailgeowidget's fields and scripts, told where Leaflet is (django-leaflet carries it), what the
base map is, and whom to ask for addresses. For panels; blocks would need adapters of their own.
"""

import json

from django import forms
from django.forms.widgets import Script
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from wagtailgeowidget.widgets import GeocoderField, LeafletField

from .base_layer import base_layer
from .gazetteer import localities

MAX_OFFERED = 1000


class LocalityInput(forms.TextInput):
    """A text field that offers the region's places; anything may be typed."""

    template_name = "geo/locality_input.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        attrs = context["widget"]["attrs"]
        attrs["list"] = f"{attrs.get('id', f'id_{name}')}_places"
        attrs.setdefault("autocomplete", "off")
        context["places"] = localities()[:MAX_OFFERED]
        return context


class PlaceMap(LeafletField):
    """The map with its pin. Nothing is stored until the pin is moved, an address is found, or
    `latitude,longitude` is typed; emptying that text takes the point away."""

    def build_attrs(self, *args, **kwargs):
        attrs = super().build_attrs(*args, **kwargs)
        options = json.loads(attrs.pop("data-leaflet-field-options-value"))
        options["translations"] = {
            "error_message_invalid_location": _("Write latitude,longitude, such as 49.61,6.13."),
            "label": _("Latitude, longitude"),
            "pin": _("The place. Drag it, or move it with the arrow keys."),
            "enter_location": "",
            "initialize_map": "",
        }
        attrs["data-controller"] = "place-map"
        attrs["data-place-map-options-value"] = json.dumps(options)
        return {**attrs, **base_layer()}

    @property
    def media(self):
        return forms.Media(
            css={
                "all": (
                    "leaflet/leaflet.css",
                    "wagtailgeowidget/css/leaflet-field.css",
                    "css/map_parts.css",
                    "css/map_admin.css",
                )
            },
            js=(
                "leaflet/leaflet.js",
                "wagtailgeowidget/js/leaflet-field.js",
                Script("js/place_map.js", type="module"),
            ),
        )


class AddressInput(GeocoderField):
    """An address that moves the pin of the `PlaceMap` which names it as its address field."""

    def build_attrs(self, *args, **kwargs):
        attrs = super().build_attrs(*args, **kwargs)
        for unused in ("geocoder-value", "options-value"):
            attrs.pop(f"data-geocoder-field-{unused}")
        attrs["data-controller"] = "place-address"
        attrs["data-place-address-url-value"] = reverse_lazy("geo:suggest")
        attrs["data-place-address-locality-value"] = "id_locality"
        attrs["data-place-address-found-value"] = _("The pin was moved there:")
        attrs["data-place-address-unknown-value"] = _(
            "No place was found for this address. Name the town at its end, or move the pin."
        )
        return attrs

    @property
    def media(self):
        return forms.Media(
            js=(
                "wagtailgeowidget/js/geocoder-field.js",
                Script("js/place_address.js", type="module"),
            )
        )
