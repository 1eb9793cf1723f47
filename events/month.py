"""A month of the agenda as a calendar: weeks of seven days, what lasts longer drawn across them."""

import datetime as dt
from calendar import Calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Min, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import ngettext

from cluster.core.days import date_format
from cluster.core.sections import address_of

from .choices import State
from .dates import DAY, local, local_day, midnight, until_in_words
from .query import EventQuery
from .showing import next_month, previous_month

if TYPE_CHECKING:
    from directory.models import Branch

    from .listed import ListedQuerySet
    from .querysets import EventQuerySet

MOST_LANES = 3
MOST_IN_A_DAY = 5
WEEKS = Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A session as one day of the calendar shows it: a row of `ListedQuerySet.by_days`. `span` is
    the number of days it is drawn across from here, 0 where that was begun before."""

    row: Any
    event: Any = None
    """A row of `EventQuerySet.for_days`."""
    url: str = ""
    branch: int = 0
    """The position of its first branch, which is its colour."""
    lane: int = 0
    span: int = 0
    continued: bool = False
    """Whether it began on an earlier day."""
    again: bool = False
    """Whether an earlier day of the month shows it."""

    # As text, because a template takes long to write a number or a date, and there are many.
    @property
    def css_class(self) -> str:
        """The colour and, of what lasts several days, the lane."""
        return f"branch-{self.branch} lane-{self.lane}" if self.lane else f"branch-{self.branch}"

    @property
    def width(self) -> str:
        """The class that draws it across its days; empty where that was begun before."""
        return f"span-{self.span}" if self.span else ""

    @property
    def moment(self) -> str:
        """In ISO 8601."""
        return local(self.row.start).isoformat()

    @property
    def begins(self) -> str:
        """Empty where it is all day."""
        return "" if self.row.all_day else f"{local(self.row.start):%H:%M}"

    @property
    def until(self) -> str:
        return until_in_words(self.row.ends_on)

    @property
    def off(self) -> str:
        """Its state, where it does not take place as announced."""
        state = self.row.state
        return "" if state == State.ANNOUNCED else str(State(state).label)


@dataclass(slots=True)
class Day:
    date: dt.date
    bars: list[Entry] = field(default_factory=list)
    """What lasts several days, each in the same lane all week."""
    entries: list[Entry] = field(default_factory=list)
    url: str = ""
    """Of all there is on it."""
    more_bars: int = 0
    more_entries: int = 0

    @property
    def more(self) -> int:
        """How many events there are besides those shown."""
        return self.more_bars + self.more_entries

    @property
    def name(self) -> str:
        """Of the day of the week."""
        return str(WEEKDAYS[self.date.weekday()])

    @property
    def iso(self) -> str:
        return self.date.isoformat()

    @property
    def number(self) -> str:
        """As it is written before the name of the month."""
        return str(self.date.day) if self.date.day > 1 else date_format(self.date, "j F").split()[0]

    @property
    def more_in_words(self) -> str:
        return ngettext("%(more)s more", "%(more)s more", self.more) % {"more": self.more}

    @property
    def in_words(self) -> str:
        return date_format(self.date)

    @property
    def is_free(self) -> bool:
        return not (self.bars or self.entries or self.more)

    @property
    def has_news(self) -> bool:
        """Besides what an earlier day of the month shows."""
        return bool(self.entries or self.more or any(not bar.again for bar in self.bars))


Week = list[Day | None]
"""Seven days from Monday; None for one of another month."""


def weeks(
    month: dt.date,
    sessions: "ListedQuerySet",
    events: "EventQuerySet",
    branches: Mapping[str, "Branch"],
    *,
    url: Callable[[dt.date], str],
) -> list[Week]:
    """Of `sessions` by their beginning what is shown, of `events` only those: two queries. All that
    lasts several days is read, and of one day's what is shown of it."""
    rows = list(sessions.by_days(MOST_IN_A_DAY))
    found = [
        [Day(date, url=url(date)) if date.month == month.month else None for date in week]
        for week in WEEKS.monthdatescalendar(month.year, month.month)
    ]
    for week in found:
        _fill([day for day in week if day], rows)
    _name([day for week in found for day in week if day], events, branches)
    return found


def narrowed(query: EventQuery, month: dt.date) -> EventQuery:
    """The same, of this month alone, which the dates asked for reach into."""
    end = next_month(month)
    given = query.given_without("from", "to")
    dates = dict(query.given)
    if query.start is None or query.start < midnight(month):
        dates["from"] = month.isoformat()
        query = replace(query, start=midnight(month))
    if query.end is None or query.end > midnight(end):
        dates["to"] = (end - DAY).isoformat()
        query = replace(query, end=midnight(end))
    return replace(query, given=(("from", dates["from"]), ("to", dates["to"]), *given))


def within(query: EventQuery, month: dt.date) -> dt.date:
    """The month itself or, where the dates asked for leave it out, the nearest they do not."""
    if query.end:
        month = min(month, local_day(query.end - dt.timedelta(microseconds=1)).replace(day=1))
    return max(month, local_day(query.start).replace(day=1)) if query.start else month


def beside(query: EventQuery, month: dt.date) -> dict[str, dt.date]:
    """The one before and the one after, where the dates asked for reach there."""
    months = {"prev": previous_month(month), "next": next_month(month)}
    return {rel: one for rel, one in months.items() if within(query, one) == one}


def nearest(query: EventQuery, month: dt.date, listed: "ListedQuerySet") -> dt.date | None:
    """To a month that has nothing the next one that has something asked for, else the last one
    before. All there is lies before it or after it."""
    later = Q(start__gte=midnight(month))
    days = (
        query.about(listed)
        .between(query.start, query.end)
        .aggregate(next=Min("begins_on", filter=later), last=Max("ends_on", filter=~later))
    )
    day = days["next"] or days["last"]
    return day.replace(day=1) if day else None


def _name(days: list[Day], events: "EventQuerySet", branches: Mapping[str, "Branch"]) -> None:
    """Says of everything shown which event it is."""
    shown = {entry.row.page for day in days for entry in (*day.bars, *day.entries)}
    rows = events.filter(pk__in=shown).order_by().for_days()
    found = {
        row.pk: {"event": row, "url": address_of(row.url_path), "branch": _colour(row, branches)}
        for row in rows
    }

    def named(entries: Iterable[Entry]) -> list[Entry]:
        return [
            replace(entry, **found[entry.row.page]) for entry in entries if entry.row.page in found
        ]

    for day in days:
        day.bars, day.entries = named(day.bars), named(day.entries)


def _colour(event: Any, branches: Mapping[str, "Branch"]) -> int:
    first = branches.get(next(iter(event.branch_slugs), ""))
    return first.position if first else 0


def _fill(days: list[Day], rows: Iterable[Any]) -> None:
    monday, sunday = days[0].date, days[-1].date
    for row in rows:
        if row.ends_on < monday or row.begins_on > sunday:
            continue
        shown = [day for day in days if row.begins_on <= day.date <= row.ends_on]
        if row.begins_on < row.ends_on:
            _draw(Entry(row), shown)
        else:
            shown[0].entries.append(Entry(row))
            shown[0].more_entries = row.number - len(shown[0].entries)


def _draw(entry: Entry, days: list[Day]) -> None:
    """In the first lane that is free on all its days of the week."""
    taken = {bar.lane for day in days for bar in day.bars}
    lane = next((lane for lane in range(1, MOST_LANES + 1) if lane not in taken), 0)
    for day in days:
        if not lane:
            day.more_bars += 1
            continue
        drawn = len(days) if day is days[0] else 0
        continued = day.date > entry.row.begins_on
        again = continued and day.date.day > 1
        day.bars.append(replace(entry, lane=lane, span=drawn, continued=continued, again=again))
