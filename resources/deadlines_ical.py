"""Deadlines as iCalendar (RFC 5545): whole days, which take no time of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event, vDuration

REFRESH = dt.timedelta(days=1)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    """The same whenever the calendar is read again, so that a changed day moves the entry."""
    day: dt.date
    title: str
    text: str = ""


def respond(entries: Iterable[Entry], *, name: str, address: str) -> HttpResponse:
    """`address` is where the calendar can be read again, with its parameters."""
    here = f"{settings.BASE_URL}{address}"
    host = urlsplit(settings.BASE_URL).hostname
    made = Calendar.new(
        prodid=f"-//{settings.WAGTAIL_SITE_NAME}//{host}//",
        name=name,
        refresh_interval=REFRESH,
        uid=uuid5(NAMESPACE_URL, here),
        url=here,
    )
    made.add("x-published-ttl", vDuration(REFRESH))
    written = timezone.now().astimezone(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    for one in entries:
        made.add_component(_event(one, here, written))
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


def webcal(address: str) -> str:
    """What a calendar program subscribes to."""
    return f"webcal://{urlsplit(settings.BASE_URL).netloc}{address}"


def _event(one: Entry, here: str, written: dt.datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{here}#{one.key}")))
    event.add("dtstamp", written)
    event.add("summary", one.title)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + DAY)
    event.add("transp", "TRANSPARENT")
    if one.text:
        event.add("description", one.text)
    event.add("url", here)
    return event
