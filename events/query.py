"""What is asked of the agenda: one object for the page, the API, the calendar and the feed."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.http import QueryDict
from django.utils.translation import gettext as _

from cluster.geo import gazetteer
from cluster.geo.points import Point, parse_lat_lon

from .choices import EventType, Format
from .dates import parse_moment

if TYPE_CHECKING:
    from .querysets import EventQuerySet

NAMES = ("from", "to", "branch", "type", "format", "near", "radius", "q")
DEFAULT_RADIUS = 10.0
MAX_RADIUS = 500.0
MAX_TEXT = 100
MAX_BRANCHES = 20


@dataclass(frozen=True, slots=True)
class Place:
    text: str
    point: Point


@dataclass(frozen=True, slots=True)
class Ignored:
    """A parameter that was not understood, and why."""

    name: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class EventQuery:
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    branches: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    format: str = ""
    near: Place | None = None
    radius: float = DEFAULT_RADIUS
    text: str = ""
    given: tuple[tuple[str, str], ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def read(
        cls, params: QueryDict, *, branches: Collection[str], known: Collection[str] = ()
    ) -> Self:
        """Never raises. `branches` are the slugs there are, `known` the names of parameters that
        somebody else reads."""
        return cls(**_Reader(params, branches, known).read())

    def is_past(self, now: dt.datetime) -> bool:
        """Whether it asks for what has been: an end and no beginning, the end being over."""
        return self.start is None and self.end is not None and self.end <= now

    def of(self, events: "EventQuerySet", *, now: dt.datetime) -> "EventQuerySet":
        """The events asked for, next first; past ones latest first."""
        events = self._about(events)
        if self.end is not None and self.is_past(now):
            return events.with_latest_session(before=self.end).order_by("-shown_start", "-pk")
        after = self.start or now
        return events.with_session(after=after, before=self.end).order_by("shown_start", "pk")

    def _about(self, events: "EventQuerySet") -> "EventQuerySet":
        if self.branches:
            events = events.in_branches(list(self.branches))
        if self.types:
            events = events.filter(event_type__in=self.types)
        if self.format:
            events = events.filter(format=self.format)
        if self.near:
            events = events.near(self.near.point, self.radius)
        return events.saying(self.text) if self.text else events

    def without(self, name: str, value: str) -> str:
        """The query string that drops one of the values given."""
        left = [pair for pair in self.given if pair != (name, value)]
        if name == "near":
            left = [pair for pair in left if pair[0] != "radius"]
        return _encode(left)

    def encoded(self) -> str:
        return _encode(self.given)


def _encode(pairs: Collection[tuple[str, str]]) -> str:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return query.urlencode()


class _Reader:
    """Takes the parameters one by one; what it cannot use it notes."""

    def __init__(self, params: QueryDict, branches: Collection[str], known: Collection[str]):
        self.params, self.branches, self.known = params, branches, known
        self.given: list[tuple[str, str]] = []
        self.ignored: list[Ignored] = []

    def read(self) -> dict[str, Any]:
        start, end = self.stretch()
        values = {
            "start": start,
            "end": end,
            "branches": self.several("branch", self.branches),
            "types": self.several("type", EventType.values),
            "format": next(iter(self.several("format", Format.values, limit=1)), ""),
            "near": self.place(),
            "radius": self.radius(),
            "text": self.text(),
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
        self, name: str, choices: Collection[str], limit: int = MAX_BRANCHES
    ) -> tuple[str, ...]:
        found: list[str] = []
        for value in dict.fromkeys(filter(None, self.params.getlist(name))):
            if value in choices and len(found) < limit:
                found.append(value)
                self.given.append((name, value))
            else:
                self.ignore(name, value, _("There is no such choice."))
        return tuple(found)

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
        self.given.append(("radius", text))
        return radius

    def text(self) -> str:
        text = self.one("q")
        if len(text) > MAX_TEXT:
            self.ignore("q", text, _("Please search for fewer words."))
            return ""
        if text:
            self.given.append(("q", text))
        return text
