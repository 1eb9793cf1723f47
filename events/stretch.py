"""From when to when: what a session and its seats, which outlive it, have in common."""

import datetime as dt
from typing import Any

from cluster.core.days import date_format
from events.dates import DAY, local, local_day, midnight

SHORTEST = dt.timedelta(microseconds=1)


class Stretch:
    """Of something with `start`, `end` and `all_day`."""

    start: Any
    end: Any
    all_day: bool

    @property
    def first_day(self) -> dt.date:
        return local_day(self.start)

    @property
    def last_day(self) -> dt.date:
        """What ends at midnight ends on the day before, unless it is all day."""
        ends = self.end if self.all_day or self.end <= self.start else self.end - SHORTEST
        return local_day(ends)

    @property
    def one_day(self) -> bool:
        return self.first_day == self.last_day

    @property
    def closes(self) -> dt.datetime:
        """When it is over: the end, or the midnight after the last day."""
        return midnight(self.last_day + DAY) if self.all_day else self.end

    @property
    def hours(self) -> tuple[dt.datetime, dt.datetime, bool]:
        return self.start, self.end, self.all_day

    @property
    def when(self) -> str:
        """In the reader's language: days, and the hours in Luxembourg."""
        first, last = _day(self.first_day), _day(self.last_day)
        if self.all_day:
            return first if self.one_day else f"{first} – {last}"
        begins, ends = (f"{local(one):%H:%M}" for one in (self.start, self.end))
        if not self.one_day:
            return f"{first}, {begins} – {last}, {ends}"
        return f"{first}, {begins}–{ends}" if self.end > self.start else f"{first}, {begins}"


class StretchOfDays(Stretch):
    """Its first and last day are written beside the hours, as `begins_on` and `ends_on`."""

    begins_on: Any
    ends_on: Any

    @property
    def first_day(self) -> dt.date:
        return self.begins_on

    @property
    def last_day(self) -> dt.date:
        return self.ends_on


def _day(day: dt.date) -> str:
    return f"{date_format(day, 'l')} {date_format(day)}"
