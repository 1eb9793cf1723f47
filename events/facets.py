"""How many events each filter would give, whatever else is asked for."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import Count

from .choices import Format
from .dates import local_day, midnight
from .listed import LISTED, ListedQuerySet, parted
from .query import EventQuery

COLUMNS = ("event_type", "level", "free", "format", "branches", "skills", "languages")
ALL_OF = "skill"
TRUE = "true"
YES, NOTHING = frozenset({TRUE}), frozenset[str]()
KEPT_SECONDS, MOST_KEPT = 60, 2_000


@dataclass(frozen=True, slots=True)
class Alike:
    """Events that no facet tells apart: the values they have of each, and how many they are."""

    values: dict[str, frozenset[str]]
    number: int

    def misses(self, chosen: dict[str, set[str]]) -> list[str]:
        """The facets of which it has none of the values chosen; of skills, not all."""
        return [
            facet
            for facet, wanted in chosen.items()
            if not (
                wanted <= self.values[facet] if facet == ALL_OF else wanted & self.values[facet]
            )
        ]


class Facets:
    """One query for all of them, none while it is kept: the database counts the events that are
    alike."""

    def __init__(self, query: EventQuery, listed: ListedQuerySet, language: str, now: dt.datetime):
        """`listed` is what the readers of the language find."""
        self.query, self.language, self.now = query, language, now
        self._listed = listed

    @cached_property
    def total(self) -> int:
        """The number of events asked for."""
        return sum(one.number for one in self._alike if not one.misses(self.chosen))

    @cached_property
    def chosen(self) -> dict[str, set[str]]:
        query = self.query
        every = {
            "branch": set(query.branches),
            "skill": set(query.skills),
            "type": set(query.types),
            "level": set(query.levels),
            "language": set(query.languages),
            "free": {TRUE} if query.free else set(),
            "online": {TRUE} if query.online else set(),
        }
        return {facet: values for facet, values in every.items() if values}

    def counts(self, facet: str) -> Counter[str]:
        """Of each value, the events there are with it instead of those chosen; of a skill, with it
        as well."""
        return self._counts[facet]

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        """All in one pass: what misses nothing counts for every facet, what misses one alone for
        that one."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for one in self._alike:
            missed = one.misses(self.chosen)
            if missed == [ALL_OF] or len(missed) > 1:
                continue
            for facet in missed or one.values:
                for value in one.values[facet]:
                    counted[facet][value] += one.number
        return counted

    @cached_property
    def _alike(self) -> list[Alike]:
        """The same whatever is chosen. What many ask for is kept for the minute, for an event
        begins and ends on one, or until the listing changes; not what can be asked in so many ways
        that it would fill the cache."""
        query = self.query
        many_ask = not (query.text or query.near or query.box) and _whole(query.start, query.end)
        rows = self._rows() if not many_ask else cache.get(self._key)
        if rows is None:
            rows = self._rows()
            if len(rows) <= MOST_KEPT:
                cache.set(self._key, rows, KEPT_SECONDS)
        return [_alike(row) for row in rows]

    def _rows(self) -> list[tuple[Any, ...]]:
        found = self.query.around(self._listed).shown(self.query.since(self.now), self.query.end)
        return list(found.order_by().values_list(*COLUMNS).annotate(number=Count("pk")))

    @cached_property
    def _key(self) -> str:
        minute = self.now.replace(second=0, microsecond=0)
        asked = repr((self.language, minute, self.query.unchosen()))
        return f"events.facets.{LISTED.read()}.{sha256(asked.encode()).hexdigest()}"


def _whole(*moments: dt.datetime | None) -> bool:
    """Whether each is the beginning of a day, where there is one."""
    return all(moment is None or moment == midnight(local_day(moment)) for moment in moments)


def _alike(row: Iterable[Any]) -> Alike:
    event_type, level, free, where, branches, skills, languages, number = row
    values = {
        "branch": parted(branches),
        "skill": parted(skills),
        "type": frozenset({event_type}),
        "level": frozenset({level}) if level else NOTHING,
        "language": parted(languages),
        "free": YES if free else NOTHING,
        "online": YES if where in (Format.ONLINE, Format.HYBRID) else NOTHING,
    }
    return Alike(values, number)
