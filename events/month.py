"""A month of the agenda as a calendar: weeks of seven days, what lasts longer drawn across them."""

import datetime as dt
from calendar import Calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, prefetch_related_objects

from .dates import DAY, local_day, midnight
from .query import EventQuery
from .querysets import seats_of_sessions
from .showing import next_month

if TYPE_CHECKING:
    from directory.models import Branch

    from .models import EventPage, ListedSession

MOST_LANES = 3
MOST_IN_A_DAY = 5
WEEKS = Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A session as one day of the calendar shows it; `span` is the number of days it is drawn
    across from here, 0 where that was begun before."""

    session: "ListedSession"
    branch: "Branch | None" = None
    lane: int = 0
    span: int = 0
    continued: bool = False
    """Whether it began on an earlier day."""
    again: bool = False
    """Whether an earlier day of the month shows it."""

    @property
    def event(self) -> "EventPage":
        return self.session.page


@dataclass(slots=True)
class Day:
    date: dt.date
    bars: list[Entry] = field(default_factory=list)
    """What lasts several days, each in the same lane all week."""
    entries: list[Entry] = field(default_factory=list)
    url: str = ""
    """Of all there is on it."""
    more: int = 0
    """How many events there are besides those shown."""

    @property
    def is_free(self) -> bool:
        return not (self.bars or self.entries or self.more)

    @property
    def has_news(self) -> bool:
        """Besides what an earlier day of the month shows."""
        return bool(self.entries or self.more or any(not bar.again for bar in self.bars))


Lasting = tuple["ListedSession", dt.date, dt.date]
"""A session, its first and its last day."""
Week = list[Day | None]
"""Seven days from Monday; None for one of another month."""


def weeks(
    month: dt.date,
    sessions: Iterable["ListedSession"],
    branches: Mapping[str, "Branch"],
    *,
    url: Callable[[dt.date], str],
) -> list[Week]:
    """`sessions` by their beginning; of all of them only the events of what is shown are read."""
    found = [
        [Day(date, url=url(date)) if date.month == month.month else None for date in week]
        for week in WEEKS.monthdatescalendar(month.year, month.month)
    ]
    lasting = [(session, session.first_day, last_day(session)) for session in sessions]
    for week in found:
        _fill([day for day in week if day], lasting)
    _name([day for week in found for day in week if day], branches)
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


def _name(days: list[Day], branches: Mapping[str, "Branch"]) -> None:
    """Says of everything shown which event it is. One query, two with seats of sessions."""
    shown = [entry.session for day in days for entry in (*day.bars, *day.entries)]
    if shown:
        page: Any = shown[0]._meta.get_field("page")
        with_state = page.related_model.objects.for_cards()
        prefetch_related_objects(shown, Prefetch("page", with_state))
        seats_of_sessions({id(one.page): one.page for one in shown}.values())

    def named(entry: Entry) -> Entry:
        first = next(iter(entry.event.branch_slugs), "")
        return replace(entry, branch=branches.get(first))

    for day in days:
        day.bars, day.entries = [*map(named, day.bars)], [*map(named, day.entries)]


def _fill(days: list[Day], lasting: Iterable[Lasting]) -> None:
    monday, sunday = days[0].date, days[-1].date
    for session, first, last in lasting:
        if last < monday or first > sunday:
            continue
        shown = [day for day in days if first <= day.date <= last]
        if first < last:
            _draw(Entry(session), shown)
        elif len(shown[0].entries) < MOST_IN_A_DAY:
            shown[0].entries.append(Entry(session))
        else:
            shown[0].more += 1


def _draw(entry: Entry, days: list[Day]) -> None:
    """In the first lane that is free on all its days of the week."""
    taken = {bar.lane for day in days for bar in day.bars}
    lane = next((lane for lane in range(1, MOST_LANES + 1) if lane not in taken), 0)
    for day in days:
        if not lane:
            day.more += 1
            continue
        drawn = len(days) if day is days[0] else 0
        continued = day.date > entry.session.first_day
        again = continued and day.date.day > 1
        day.bars.append(replace(entry, lane=lane, span=drawn, continued=continued, again=again))


def last_day(session: "ListedSession") -> dt.date:
    """What ends at midnight has its end on the day before."""
    if session.end <= session.start:
        return session.first_day
    return local_day(session.end - dt.timedelta(microseconds=1))
