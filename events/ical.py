"""Events as iCalendar (RFC 5545), one entry a session, so that calendars keep up with changes."""

import datetime as dt
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vDuration

from .dates import DAY, local

if TYPE_CHECKING:
    from .models import EventPage, EventSession

REFRESH = dt.timedelta(hours=6)
STATUS = {"announced": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def respond(events: Sequence["EventPage"], *, name: str, address: str = "") -> HttpResponse:
    return HttpResponse(
        calendar(events, name=name, address=address),
        content_type="text/calendar; charset=utf-8",
    )


def calendar(events: Sequence["EventPage"], *, name: str, address: str = "") -> bytes:
    """`events` have sessions; `address` is where the calendar itself can be read again."""
    host = urlsplit(settings.BASE_URL).hostname
    made = Calendar.new(
        prodid=f"-//{settings.WAGTAIL_SITE_NAME}//{host}//",
        name=name,
        refresh_interval=REFRESH,
        uid=uuid5(NAMESPACE_URL, f"{settings.BASE_URL}{address}#{name}"),
        url=f"{settings.BASE_URL}{address}" if address else None,
    )
    made.add("x-wr-timezone", settings.TIME_ZONE)
    made.add("x-published-ttl", vDuration(REFRESH))
    entries = [_entry(event, one) for event in events for one in event.sessions.all()]
    if years := [session.start.year for event in events for session in event.sessions.all()]:
        made.add_component(_zone(min(years), max(years)))
    for entry in entries:
        made.add_component(entry)
    return made.to_ical()


@lru_cache(maxsize=64)
def _zone(first_year: int, last_year: int) -> Timezone:
    return Timezone.from_tzid(
        settings.TIME_ZONE,
        first_date=dt.date(first_year - 1, 1, 1),
        last_date=dt.date(last_year + 2, 1, 1),
    )


def _entry(event: "EventPage", session: "EventSession") -> Event:
    """A copied event keeps its sessions' uids but has a translation key of its own."""
    entry = Event()
    host = urlsplit(settings.BASE_URL).hostname
    changed = event.last_published_at or timezone.now()
    entry.add("uid", f"{session.uid}.{event.translation_key.hex[:12]}@{host}")
    entry.add("sequence", _sequence(event))
    entry.add("dtstamp", changed.astimezone(dt.UTC))
    entry.add("last-modified", changed.astimezone(dt.UTC))
    entry.add("summary", event.title)
    entry.add("status", STATUS[event.state])
    entry.add("url", f"{settings.BASE_URL}{event.link}")
    if event.introduction:
        entry.add("description", event.introduction)
    if where := ", ".join(part for part in (event.venue, event.address, event.locality) if part):
        entry.add("location", where)
    if event.latitude is not None:
        entry.add("geo", (event.latitude, event.longitude))
    entry.add("categories", [str(event.get_event_type_display()), *event.branch_slugs])
    _add_times(entry, session)
    return entry


def _sequence(event: "EventPage") -> int:
    """Rises with every publication: the seconds since the first one."""
    if not (event.first_published_at and event.last_published_at):
        return 0
    return math.ceil((event.last_published_at - event.first_published_at).total_seconds())


def _add_times(entry: Event, session: "EventSession") -> None:
    if session.all_day:
        entry.add("dtstart", session.first_day)
        entry.add("dtend", session.last_day + DAY)
        entry.add("transp", "TRANSPARENT")
        return
    start, end = local(session.start), local(session.end)
    if start.fold or end.fold:
        # A local hour that comes twice means its first coming; the second can be said in UTC only.
        start, end = start.astimezone(dt.UTC), end.astimezone(dt.UTC)
    entry.add("dtstart", start)
    if end > start:
        entry.add("dtend", end)
