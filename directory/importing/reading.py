"""One row of a file, read: what it says of a profile, or what is wrong with it."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cluster.core.place import NEAR_KM
from cluster.geo import gazetteer
from cluster.geo.distance import kilometres
from cluster.geo.points import Point

from ..models.choices import Precision
from .columns import BY_NAME

Values = dict[str, Any]
"""By column, ready for JSON; a column that says nothing is not in it."""
BEFORE_A_PLACE = re.compile(r"^(?:[A-Z]{1,2}\s?-\s?)?\d{4,5}\s+(?=\D)", re.IGNORECASE)


def read_row(cells: Mapping[str, str], fields: Mapping[str, forms.Field]) -> tuple[Values, str]:
    """The values, and in words what is wrong, "" where nothing is."""
    values: Values = {}
    problems = []
    for name, text in cells.items():
        if text:
            try:
                values[name] = fields[name].clean(text)
            except ValidationError as error:
                problems.append(_about(name, " ".join(error.messages)))
    if not cells.get("name"):
        problems.append(_about("name", _("A name is needed.")))
    if not problems:
        problems = [*_texts(values), *_place(values)]
    return values, " ".join(problems)


def _about(column: str, message: str) -> str:
    about = {"column": BY_NAME[column].label, "problem": message}
    return pgettext("what is wrong with a cell", "%(column)s: %(problem)s") % about


def _texts(values: Values) -> list[str]:
    return [
        _about(f"text_{code}", _("A headline in the same language is needed."))
        for code in settings.LOCALE_LABELS
        if f"text_{code}" in values and f"headline_{code}" not in values
    ]


def _place(values: Values) -> list[str]:
    """Makes the place one of the gazetteer, or one beyond it that has coordinates."""
    point = _point(values)
    if "latitude" in values or "longitude" in values:
        if point is None:
            return [_about("latitude", _("Latitude and longitude are needed together."))]
    elif values.get("precision") == Precision.EXACT:
        return [_about("precision", _("An exact place needs latitude and longitude."))]
    postcode = values.pop("postcode", "")
    written = values.get("locality") or postcode
    if not written:
        if point and _is_near(point):
            values["locality"] = gazetteer.nearest(point).name
        return []
    place = gazetteer.find(written) or gazetteer.find(BEFORE_A_PLACE.sub("", written))
    if place:
        values["locality"] = place.name
    elif point is None or _is_near(point):
        return [_unknown(written) if "locality" in values else _unknown_postcode(postcode)]
    else:
        values["locality"] = written
    return []


def _unknown(written: str) -> str:
    alike = [place.name for place in gazetteer.suggest(written, 3)]
    sentence = _("“%(place)s” is not in the list of places.") % {"place": written[:50]}
    if alike:
        sentence += " " + _("Is it %(places)s?") % {"places": ", ".join(alike)}
    return _about("locality", sentence)


def _unknown_postcode(written: str) -> str:
    sentence = _("The list of places does not know “%(postcode)s”. Write the locality.")
    return _about("postcode", sentence % {"postcode": written})


def _point(values: Values) -> Point | None:
    if "latitude" in values and "longitude" in values:
        return Point(values["longitude"], values["latitude"])
    return None


def _is_near(point: Point) -> bool:
    return kilometres(gazetteer.nearest(point).point, point) <= NEAR_KM
