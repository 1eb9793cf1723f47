"""On which days a session that repeats falls, and at what moments."""

import datetime as dt
from collections.abc import Collection, Iterator

from dateutil.rrule import DAILY, MO, MONTHLY, WEEKLY, rrule, weekday
from dateutil.tz import datetime_ambiguous, datetime_exists
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cluster.core.days import date_format

from .choices import Repeat
from .dates import local

NO_SUCH_HOUR = _(
    "On %(day)s there is no %(hour)s: the clocks are put forward. Write that date here, or choose"
    " another hour."
)
HOUR_TWICE = _(
    "On %(day)s there are two %(hour)s: the clocks are put back. Write that date here, or choose"
    " another hour."
)
WEEK = dt.timedelta(weeks=1)
FREQUENCIES = {
    Repeat.DAY: (DAILY, 1),
    Repeat.WEEK: (WEEKLY, 1),
    Repeat.TWO_WEEKS: (WEEKLY, 2),
    Repeat.SAME_DATE: (MONTHLY, 1),
    Repeat.SAME_WEEKDAY: (MONTHLY, 1),
    Repeat.LAST_WEEKDAY: (MONTHLY, 1),
}


def days(
    repeat: Repeat,
    first: dt.date,
    until: dt.date,
    *,
    weekdays: Collection[int] = (),
    excepted: Collection[dt.date] = (),
) -> Iterator[dt.date]:
    """From `first` to `until`, both included where they fit; `weekdays` from Monday, 0, none
    being all of them or that of `first`. A month without such a day is left out."""
    frequency, interval = FREQUENCIES[repeat]
    on = [weekday(day) for day in weekdays]
    if repeat == Repeat.SAME_WEEKDAY:
        on = [weekday(first.weekday(), (first.day - 1) // 7 + 1)]
    elif repeat == Repeat.LAST_WEEKDAY:
        on = [weekday(first.weekday(), -1)]
    start, end = (dt.datetime.combine(day, dt.time.min) for day in (first, until))
    rule = rrule(
        frequency, interval=interval, byweekday=on or None, wkst=MO, dtstart=start, until=end
    )
    return (moment.date() for moment in rule if moment.date() not in excepted)


def is_last_of_its_weekday(day: dt.date) -> bool:
    return (day + WEEK).month != day.month


def hours_on(day: dt.date, start: dt.datetime, end: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """The same local hours on another day, whatever the clocks do between.

    Raises a ValidationError where an hour does not exist then, or exists twice.
    """
    begins, ends = (local(moment).replace(tzinfo=None) for moment in (start, end))
    moved = dt.datetime.combine(day, begins.time())
    return _here(moved), _here(moved + (ends - begins))


def _here(wall: dt.datetime) -> dt.datetime:
    moment = wall.replace(tzinfo=timezone.get_default_timezone())
    if datetime_exists(moment) and not datetime_ambiguous(moment):
        return moment
    words = {"day": date_format(wall, "SHORT_DATE_FORMAT"), "hour": date_format(wall, "H:i")}
    raise ValidationError(HOUR_TWICE if datetime_exists(moment) else NO_SUCH_HOUR, params=words)
