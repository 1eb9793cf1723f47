"""How an address is read: each parameter understood, or ignored with a reason."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _

from cluster.geo import gazetteer
from cluster.geo.boxes import Box, parse_box
from cluster.geo.points import Point, parse_lat_lon
from directory.models.profile import SPOKEN_LANGUAGES

from .choices import EventType, Format, Level
from .dates import parse_moment
from .programme import Programme

NAMES = (
    *("from", "to", "branch", "skill", "type", "level", "language", "format", "free"),
    *("online", "near", "radius", "bbox", "q", "programme"),
)
DEFAULT_RADIUS = 10.0
MAX_RADIUS = 500.0
MAX_TEXT = 100
MAX_VALUES = 20
YES = ("true",)


class Place(NamedTuple):
    text: str
    point: Point


@dataclass(frozen=True, slots=True)
class Ignored:
    """A parameter that was not understood, and why."""

    name: str
    value: str
    reason: str


class Reader:
    """Takes the parameters one by one; what it cannot use it notes."""

    def __init__(
        self,
        params: QueryDict,
        branches: Collection[str],
        skills: Mapping[str, str],
        programmes: Mapping[str, Programme],
        known: Collection[str],
    ):
        self.params, self.branches, self.known = params, branches, known
        self.skills, self.programmes = skills, programmes
        self.given: list[tuple[str, str]] = []
        self.ignored: list[Ignored] = []

    def read(self) -> dict[str, Any]:
        start, end = self.stretch()
        values = {
            "start": start,
            "end": end,
            "branches": self.several("branch", self.branches),
            "skills": self.called("skill", self.skills),
            "types": self.several("type", EventType.values),
            "levels": self.several("level", Level.values),
            "format": next(iter(self.several("format", Format.values, limit=1)), ""),
            "languages": self.several("language", dict(SPOKEN_LANGUAGES)),
            "free": bool(self.several("free", YES, limit=1)),
            "online": bool(self.several("online", YES, limit=1)),
            "near": self.place(),
            "radius": self.radius(),
            "box": self.box(),
            "text": self.text(),
            "programme": self.programme(),
        }
        for name in self.params:
            if name not in NAMES and name not in self.known:
                self.ignore(name, self.one(name), _("There is no such filter."))
        return values | {"given": tuple(self.given), "ignored": tuple(self.ignored)}

    def stretch(self) -> tuple[dt.datetime | None, dt.datetime | None]:
        start, end = self.moment("from"), self.moment("to", end=True)
        if start and end and start >= end:
            self.ignore("to", self.one("to"), _("The end must not be before the start."))
            self.given = [pair for pair in self.given if pair[0] != "to"]
            return start, None
        return start, end

    def ignore(self, name: str, value: str, reason: str) -> None:
        self.ignored.append(Ignored(name[:MAX_TEXT], value[:MAX_TEXT], reason))

    def one(self, name: str) -> str:
        return str(self.params.get(name) or "").replace("\x00", "").strip()

    def moment(self, name: str, *, end: bool = False) -> dt.datetime | None:
        text = self.one(name)
        if not text:
            return None
        try:
            moment = parse_moment(text, end=end)
        except ValueError:
            self.ignore(name, text, _("Write a date as 2026-05-31."))
            return None
        self.given.append((name, text))
        return moment

    def several(
        self, name: str, choices: Collection[str], limit: int = MAX_VALUES
    ) -> tuple[str, ...]:
        found: list[str] = []
        for value in dict.fromkeys(filter(None, self.params.getlist(name))):
            if value in choices and len(found) < limit:
                found.append(value)
                self.given.append((name, value))
            else:
                self.ignore(name, value, _("There is no such choice."))
        return tuple(found)

    def called(self, name: str, now: Mapping[str, str]) -> tuple[str, ...]:
        """By what they are called now."""
        found: dict[str, None] = {}
        for value in self.params.getlist(name):
            if value in now and len(found) < MAX_VALUES:
                found[now[value]] = None
            elif value:
                self.ignore(name, value, _("There is no such choice."))
        self.given += [(name, value) for value in found]
        return tuple(found)

    def programme(self) -> Programme | None:
        found = self.several("programme", self.programmes, limit=1)
        return self.programmes[found[0]] if found else None

    def place(self) -> Place | None:
        text = self.one("near")
        if not text:
            return None
        try:
            found = Place(text, parse_lat_lon(text))
        except ValueError:
            locality = gazetteer.find(text)
            if locality is None:
                self.ignore("near", text, _("We know no place of this name."))
                return None
            found = Place(locality.name, locality.point)
        self.given.append(("near", text))
        return found

    def radius(self) -> float:
        text = self.one("radius")
        if not text:
            return DEFAULT_RADIUS
        try:
            radius = float(text)
        except ValueError:
            radius = 0
        if not 0 < radius <= MAX_RADIUS:
            self.ignore("radius", text, _("Write the kilometres, 1 to 500."))
            return DEFAULT_RADIUS
        if any(name == "near" for name, _value in self.given):
            self.given.append(("radius", text))
        return radius

    def box(self) -> Box | None:
        text = self.one("bbox")
        if not text:
            return None
        try:
            box = parse_box(text)
        except ValueError:
            self.ignore("bbox", text, _("A box is written west,south,east,north in degrees."))
            return None
        self.given.append(("bbox", text))
        return box

    def text(self) -> str:
        text = self.one("q")
        if len(text) > MAX_TEXT:
            self.ignore("q", text, _("Please search for fewer words."))
            return ""
        if text:
            self.given.append(("q", text))
        return text
