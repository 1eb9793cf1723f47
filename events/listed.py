"""What the agenda lists, as it is asked for: rows of `ListedSession`, each question by its name."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from django.db import models
from django.db.models.functions import RowNumber

from cluster.core.version import Version
from cluster.geo.boxes import Box
from cluster.geo.gazetteer import fold
from cluster.geo.points import Point
from directory import ordering

from .choices import Format, State
from .in_lists import ListedEvent, ShownSession, events_of, with_sessions
from .programme import of_programme

if TYPE_CHECKING:
    from .models import EventPage
    from .querysets import EventQuerySet

LISTED = Version("events.listed")
"""Of all rows together."""
AT_ONCE = 500
IN_A_CALENDAR = ("page", "start", "all_day", "begins_on", "ends_on", "state", "number")


class ListedQuerySet(models.QuerySet):
    def in_language(self, language: str) -> Self:
        """Each event once: in this language, else in the first site language that anybody may
        read it in."""
        return self.filter(language=language)

    def shown(self, after: dt.datetime | None, before: dt.datetime | None) -> Self:
        """Of each event that has a session in a stretch of time the first one that is; without a
        beginning, which needs an end, the last one."""
        if after is None:
            return self.filter(start__lt=before, later__gte=before)
        first = self.filter(earlier__lte=after, until__gt=after)
        return first if before is None else first.filter(start__lt=before)

    def between(self, after: dt.datetime | None, before: dt.datetime | None) -> Self:
        """Every session that is in a stretch of time, partly at least."""
        found = self if after is None else self.filter(until__gt=after)
        return found if before is None else found.filter(start__lt=before)

    def in_branches(self, slugs: Iterable[str]) -> Self:
        """In any of them."""
        return self._having_any("branches", slugs)

    def with_skills(self, slugs: Iterable[str]) -> Self:
        """With all of them."""
        found = self
        for slug in slugs:
            found = found._having_any("skills", [slug])
        return found

    def spoken_in(self, codes: Iterable[str]) -> Self:
        """In any of these languages."""
        return self._having_any("languages", codes)

    def online(self) -> Self:
        """Those that can be attended from anywhere, be they on site as well."""
        return self.filter(format__in=(Format.ONLINE, Format.HYBRID))

    def on_the_map(self) -> Self:
        return self.filter(longitude__isnull=False).exclude(format=Format.ONLINE)

    def near(self, centre: Point, radius_km: float) -> Self:
        return ordering.within(self, centre, radius_km)

    def inside(self, box: Box) -> Self:
        return self.filter(
            longitude__range=(box.west, box.east), latitude__range=(box.south, box.north)
        )

    def saying(self, text: str) -> Self:
        """With every word of the text, accents and case ignored."""
        found = self
        for word in text.split():
            found = found.filter(page__search_text__contains=fold(word))
        return found

    def of_programme(self, key: UUID) -> Self:
        page: Any = self.model._meta.get_field("page")
        parts = of_programme(page.related_model._default_manager.all(), key)
        return self.filter(page__in=parts.order_by().values("pk"))

    def upcoming(self, now: dt.datetime) -> Self:
        """Not over yet, by the next session, which is the one shown; one under way counts."""
        return self.shown(now, None).order_by("start", "page")

    def by_days(self, most: int) -> "models.QuerySet[Any, Any]":
        """Of what is on one day alone the first `most` of each day, and all that lasts longer, as
        rows of what a calendar shows; `number` is how many there are of the same days."""
        days: Any = {"partition_by": ["begins_on", "ends_on"]}
        place = models.Window(RowNumber(), order_by=["start", "session_id"], **days)
        found = self.annotate(place=place, number=models.Window(models.Count("*"), **days))
        shown = models.Q(place__lte=most) | models.Q(begins_on__lt=models.F("ends_on"))
        return found.filter(shown).values_list(*IN_A_CALENDAR, named=True)

    def in_lists(self, events: "EventQuerySet") -> list[ListedEvent]:
        """The events of these rows, in their order, as lists show them."""
        return events_of(self._rows(), events)

    def next_held(self, events: "EventQuerySet", now: dt.datetime, most: int) -> list[ListedEvent]:
        """The next of them, each at its next date that is not cancelled: two queries, three where
        a date is."""
        rows = self.upcoming(now)[: 2 * most]._rows()
        held = [row for row in rows if row.state != State.CANCELLED]
        off = [row.page_id for row in rows if row.state == State.CANCELLED]
        if off:
            others = self.filter(page__in=off, start__gte=now).exclude(state=State.CANCELLED)
            later = others.order_by("-start")._rows()
            held += {row.page_id: row for row in later}.values()
        return events_of(sorted(held, key=lambda row: (row.start, row.page_id))[:most], events)

    def in_tables(self, events: "EventQuerySet") -> Iterator[ListedEvent]:
        """The same with their sessions: three queries for 500 of them."""
        rows = self._rows()
        for first in range(0, len(rows), AT_ONCE):
            yield from with_sessions(events_of(rows[first : first + AT_ONCE], events))

    def _rows(self) -> list[ShownSession]:
        return [ShownSession(*row) for row in self.values_list(*ShownSession._fields)]

    def in_full(self, events: "EventQuerySet") -> list["EventPage"]:
        """The same as pages."""
        keys = list(self.values_list("page_id", flat=True))
        found = events.order_by().in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def _having_any(self, column: str, values: Iterable[str]) -> Self:
        wanted = (models.Q((f"{column}__contains", joined([value]))) for value in values)
        return self.filter(reduce(or_, wanted))


def joined(values: Collection[str]) -> str:
    """As one text, in which each value is found between bars."""
    return f"|{'|'.join(values)}|" if values else ""


@lru_cache(maxsize=10_000)
def parted(text: str) -> frozenset[str]:
    """The values of such a text."""
    return frozenset(filter(None, text.split("|")))
