"""What is asked of the agenda: one object for the page, the API, the calendar and the feed."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self
from urllib.parse import urlencode

from django.http import QueryDict

from cluster.geo.boxes import Box

from .programme import Programme
from .reading import DEFAULT_RADIUS, Ignored, Place, Reader

if TYPE_CHECKING:
    from .listed import ListedQuerySet


@dataclass(frozen=True, slots=True)
class EventQuery:
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    branches: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
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

    def of(self, listed: "ListedQuerySet", *, now: dt.datetime) -> "ListedQuerySet":
        """The events asked for, next first; past ones latest first."""
        order = ("-start", "-page") if self.is_past(now) else ("start", "page")
        return self.matches(listed, now=now).order_by(*order)

    def since(self, now: dt.datetime) -> dt.datetime | None:
        """Nothing said means what is coming, unless it asks for what has been."""
        return None if self.is_past(now) else self.start or now

    def matches(self, listed: "ListedQuerySet", *, now: dt.datetime) -> "ListedQuerySet":
        """The events asked for in no order, for counting."""
        return self.about(listed).shown(self.since(now), self.end)

    def sessions(self, listed: "ListedQuerySet", *, now: dt.datetime) -> "ListedQuerySet":
        """All those of the events asked for that are in the time asked for, in its order."""
        found = self.about(listed).between(self.since(now), self.end)
        return found.order_by("start", "session_id")

    def about(self, listed: "ListedQuerySet") -> "ListedQuerySet":
        """Those that fit, whenever they are."""
        listed = self.around(listed).with_skills(self.skills)
        if self.branches:
            listed = listed.in_branches(self.branches)
        if self.types:
            listed = listed.filter(event_type__in=self.types)
        if self.levels:
            listed = listed.filter(level__in=self.levels)
        if self.languages:
            listed = listed.spoken_in(self.languages)
        if self.free:
            listed = listed.filter(free=True)
        return listed.online() if self.online else listed

    def unchosen(self) -> Self:
        """What `around` depends on, and the time, without what facets count."""
        plain = replace(self, free=False, online=False, given=(), ignored=())
        return replace(plain, branches=(), skills=(), types=(), levels=(), languages=())

    def around(self, listed: "ListedQuerySet") -> "ListedQuerySet":
        """Those that fit by what no facet counts."""
        if self.format:
            listed = listed.filter(format=self.format)
        if self.near:
            listed = listed.near(self.near.point, self.radius)
        if self.box:
            listed = listed.inside(self.box)
        if self.programme:
            listed = listed.of_programme(self.programme.key)
        return listed.saying(self.text)

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
    """The values of each name together."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return urlencode(values, doseq=True)
