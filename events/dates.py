"""Days and hours in the cluster's own time zone."""

import datetime as dt

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext

from cluster.core.days import date_format

DAY = dt.timedelta(days=1)
FIRST, LAST = dt.date(2000, 1, 1), dt.date(2100, 1, 1)


def midnight(day: dt.date) -> dt.datetime:
    """The beginning of a day, here."""
    return dt.datetime.combine(day, dt.time.min, timezone.get_default_timezone())


def last_moment(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.max, timezone.get_default_timezone())


def local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(timezone.get_default_timezone())


def local_day(moment: dt.datetime) -> dt.date:
    return local(moment).date()


def until_in_words(day: dt.date) -> str:
    return gettext("until %(day)s") % {"day": date_format(day, "MONTH_DAY_FORMAT")}


def parse_moment(text: str, *, end: bool = False) -> dt.datetime:
    """The moment an ISO 8601 date or date and time means; without offset it is ours.

    A bare date is its beginning, or with `end` the beginning of the day after.
    Raises ValueError for anything else and outside 2000 to 2100.
    """
    if day := parse_date(text):
        _check(day)
        return midnight(day + DAY if end else day)
    moment = parse_datetime(text)
    if moment is None:
        raise ValueError("not a date in ISO 8601")
    _check(moment.date())
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.get_default_timezone())


def _check(day: dt.date) -> None:
    if not FIRST <= day <= LAST:
        raise ValueError("a date out of range")
