"""The parameters of the directory, as a form: what an address may say, what is wrong with it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cluster.geo import gazetteer
from cluster.geo.boxes import Box, parse_box
from cluster.geo.points import Point, parse_lat_lon

from .models.choices import SPOKEN_LANGUAGES, Availability, Kind
from .words import fold

MOST_VALUES = 20
RADII = [5, 10, 15, 25, 50]
DEFAULT_RADIUS = 10.0
SORTS = [
    ("relevance", _("Relevance")),
    ("distance", _("Distance")),
    ("recent", pgettext_lazy("order", "Last updated")),
    ("name", _("Name")),
]
UNKNOWN = _("There is no such value.")


class SlugsField(forms.Field):
    """Any number of values; those that do not exist are sorted out by the query."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, most: int = MOST_VALUES, **kwargs: Any):
        super().__init__(**kwargs)
        self.most = most

    def clean(self, value: list[str] | None) -> list[str]:
        return list(dict.fromkeys(slug for slug in value or [] if slug))[: self.most]


class PlaceField(forms.CharField):
    """(name shown, point) of `latitude,longitude` or of a place's name in any language."""

    def clean(self, value: str | None) -> tuple[str, Point] | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return text, parse_lat_lon(text)
        except ValueError:
            found = gazetteer.find(text) or next(iter(gazetteer.suggest(text, 1)), None)
        if found is None:
            raise forms.ValidationError(_("This place is not known."))
        return found.name, found.point


class BoxField(forms.CharField):
    def clean(self, value: str | None) -> Box | None:
        text = super().clean(value)
        try:
            return parse_box(text) if text else None
        except ValueError:
            raise forms.ValidationError(
                _("A box is written west,south,east,north in degrees.")
            ) from None


class CantonField(forms.CharField):
    """Its name, written with or without accents and capitals."""

    def clean(self, value: str | None) -> str:
        text = super().clean(value)
        found = next((one for one in gazetteer.cantons() if fold(one) == fold(text)), "")
        if text and not found:
            raise forms.ValidationError(_("There is no such canton."))
        return found


class ProfileFilterForm(forms.Form):
    q = forms.CharField(label=_("Search"), max_length=200, required=False)
    branch = SlugsField(label=_("Branch"), required=False)
    skill = SlugsField(label=_("Skill"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=SPOKEN_LANGUAGES, required=False)
    availability = forms.ChoiceField(
        label=_("Availability"), choices=Availability.choices, required=False
    )
    locality = forms.CharField(label=_("Locality"), max_length=100, required=False)
    canton = CantonField(label=_("Canton"), max_length=100, required=False)
    near = PlaceField(label=_("Near"), max_length=100, required=False)
    radius = forms.FloatField(label=_("Within"), min_value=0.1, max_value=500, required=False)
    bbox = BoxField(label=_("Part of the map"), max_length=150, required=False)
    sort = forms.ChoiceField(label=_("Sorted by"), choices=SORTS, required=False)
    page = forms.IntegerField(min_value=1, max_value=1_000_000, required=False)

    def clean_locality(self) -> str:
        text = self.cleaned_data["locality"]
        found = gazetteer.find(text) if text else None
        if text and found is None:
            raise forms.ValidationError(_("This place is not known."))
        return found.name if found else ""

    def clean(self):
        values = super().clean()
        if values.get("sort") == "distance" and not values.get("near"):
            self.add_error("sort", _("Distance needs a place to start from."))
        return values
