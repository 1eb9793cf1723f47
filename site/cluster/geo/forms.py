"""Asking a person for a place, on the site.

For a model with `cluster.core.place.Placed`:

    class WhereForm(PlaceFormMixin, forms.ModelForm):
        class Meta:
            model = ProfilePage
            fields = ["locality", "address", "location", "precision"]
            widgets = {"locality": LocalityInput, "location": PlacePicker}

and `{{ form.media }}` in the page's head, both fields rendered like any other (`location` has no
visible input, so its row is a group). A typed locality is all it takes: `Placed.clean`
resolves it. In a form without a model use `LocalityField` and `LocationField`.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .base_layer import base_layer
from .gazetteer import find, suggest
from .points import parse_location
from .widgets import LocalityInput


class PlacePicker(forms.HiddenInput):
    """A map whose pin fills the hidden input, shown where JavaScript runs.

    `locality` is the name of the field whose text moves the pin and offers suggestions.
    """

    template_name = "geo/place_picker.html"

    def __init__(self, attrs=None, *, locality: str = "locality"):
        super().__init__(attrs)
        self.locality = locality

    # A hidden input's row would be left out by form templates, and the map with it.
    is_hidden = False
    # And no label can be for it: the row's words name the group that it makes with its map.
    use_fieldset = True

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"].pop("maxlength", None)
        prefix = name.rpartition("-")[0]
        context["locality"] = f"{prefix}-{self.locality}" if prefix else self.locality
        context["suggest"] = reverse("geo:suggest")
        context["base_layer"] = base_layer()
        return context

    @property
    def media(self):
        return forms.Media(
            css={"all": ("css/map.css",)},
            js=("leaflet/leaflet.js", Script("js/place_picker.js", type="module")),
        )


class LocationField(forms.CharField):
    """The geo widget's text, checked."""

    widget = PlacePicker

    def clean(self, value):
        text = super().clean(value)
        if text:
            try:
                parse_location(text)
            except ValueError as error:
                raise invalid_point() from error
        return text


class LocalityField(forms.CharField):
    """A place of the gazetteer in any of its names; gives the official one."""

    widget = LocalityInput

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 100, **kwargs})

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return text
        if place := find(text):
            return place.name
        raise unknown_locality(text)


class PlaceFormMixin:
    """Lets a newly typed locality take the pin along where no script did."""

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        moved = {"locality", "location"} & set(self.changed_data)
        if moved == {"locality"} and cleaned.get("locality"):
            cleaned["location"] = ""
        return cleaned


def invalid_point() -> ValidationError:
    return ValidationError(
        _("This is no point on the map. Write latitude,longitude: 49.61,6.13."),
        code="invalid_point",
    )


def unknown_locality(name: str) -> ValidationError:
    alike = ", ".join(place.name for place in suggest(name, limit=3))
    if alike:
        message = _("We do not know a place called “%(name)s”. Did you mean: %(alike)s?")
    else:
        message = _("We do not know a place called “%(name)s”. Name the nearest town.")
    return ValidationError(
        message, code="unknown_locality", params={"name": name[:60], "alike": alike}
    )
