"""What is asked of the agenda: one object for the page, the API, the calendar and the feed."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.http import QueryDict

from cluster.geo.boxes import Box

from .programme import Programme, of_programme
from .reading import DEFAULT_RADIUS, Ignored, Place, Reader
from .skills import with_skills

if TYPE_CHECKING:
    from .querysets import EventQuerySet


@dataclass(frozen=True, slots=True)
class EventQuery:
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    branches: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    format: str = ""
    free: bool = False
    online: bool = False
    near: Place | None = None
    radius: float = DEFAULT_RADIUS
    box: Box | None = None
    text: str = ""
    programme: Programme | None = None
    given: tuple[tuple[str, str], ...] = ()
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def read(
        cls,
        params: QueryDict,
        *,
        branches: Collection[str],
        skills: Mapping[str, str],
        programmes: Mapping[str, Programme],
        known: Collection[str] = (),
    ) -> Self:
        """Never raises. `branches` are the slugs there are, `skills` what those asked for that
        exist are called now (see `skills_in`), `programmes` the ones asked for that exist (see
        `programmes_in`), `known` the names of parameters that somebody else reads."""
        return cls(**Reader(params, branches, skills, programmes, known).read())

    def is_past(self, now: dt.datetime) -> bool:
        """Whether it asks for what has been: an end and no beginning, the end being over."""
        return self.start is None and self.end is not None and self.end <= now

    def of(self, events: "EventQuerySet", *, now: dt.datetime) -> "EventQuerySet":
        """The events asked for, next first; past ones latest first."""
        events = self.about(events)
        if self.end is not None and self.is_past(now):
            return events.with_latest_session(before=self.end).order_by("-shown_start", "-pk")
        return events.with_session(after=self.since(now), before=self.end).order_by(
            "shown_start", "pk"
        )

    def since(self, now: dt.datetime) -> dt.datetime | None:
        """Nothing said means what is coming, unless it asks for what has been."""
        return None if self.is_past(now) else self.start or now

    def matches(self, events: "EventQuerySet", *, now: dt.datetime) -> "EventQuerySet":
        """The events asked for in no order, for counting."""
        return self.about(events).in_time(self.since(now), self.end)

    def about(self, events: "EventQuerySet") -> "EventQuerySet":
        """Those that fit, whenever they are."""
        events = self.around(events)
        if self.branches:
            events = events.in_branches(list(self.branches))
        if self.skills:
            events = with_skills(events, self.skills)
        if self.types:
            events = events.filter(event_type__in=self.types)
        if self.languages:
            events = events.spoken_in(list(self.languages))
        if self.free:
            events = events.filter(free=True)
        return events.online() if self.online else events

    def around(self, events: "EventQuerySet") -> "EventQuerySet":
        """Those that fit by what no facet counts."""
        if self.format:
            events = events.filter(format=self.format)
        if self.near:
            events = events.near(self.near.point, self.radius)
        if self.box:
            events = events.inside(self.box)
        if self.programme:
            events = of_programme(events, self.programme.key)
        return events.saying(self.text) if self.text else events

    def given_without(self, *names: str) -> list[tuple[str, str]]:
        return [pair for pair in self.given if pair[0] not in names]

    def without(self, name: str, value: str) -> list[tuple[str, str]]:
        """What was given but one value."""
        left = [pair for pair in self.given if pair != (name, value)]
        return [pair for pair in left if name != "near" or pair[0] != "radius"]

    def besides(self, name: str, value: str) -> list[tuple[str, str]]:
        """What was given and one value more."""
        return [*self.given, (name, value)]

    def instead(self, name: str, value: str) -> list[tuple[str, str]]:
        """What was given with one value of a filter, whichever it had."""
        return [*self.given_without(name), (name, value)]

    def encoded(self) -> str:
        return encode(self.given)


def encode(pairs: Collection[tuple[str, str]]) -> str:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return query.urlencode()
