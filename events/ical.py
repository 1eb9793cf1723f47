"""Events as iCalendar (RFC 5545), one entry a session, so that calendars keep up with changes."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from email.utils import parseaddr
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from icalendar import Calendar, Conference, Event, Timezone, vCalAddress, vDuration

from .choices import Role
from .dates import DAY, local
from .details import EventDetails

if TYPE_CHECKING:
    from .models import EventPage

FIRST = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
"""Before whatever was published here; a sequence is at most 2,147,483,647, which is in 2088."""
REFRESH = dt.timedelta(hours=6)
STATUS = {"announced": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def respond(events: Sequence["EventPage"], *, name: str, address: str = "") -> HttpResponse:
    return HttpResponse(
        calendar(events, name=name, address=address),
        content_type="text/calendar; charset=utf-8",
    )


def calendar(events: Sequence["EventPage"], *, name: str, address: str = "") -> bytes:
    """`events` have sessions and people; `address` is where the calendar itself can be read
    again."""
    made = _calendar(name, address)
    made.add("x-published-ttl", vDuration(REFRESH))
    links = [(event, EventDetails(event).online_url) for event in events]
    entries = [
        _entry(event, one, online_url=link) for event, link in links for one in event.sessions.all()
    ]
    return _filled(made, entries, [one for event in events for one in event.sessions.all()])


def invitation(
    event: "EventPage",
    sessions: Sequence[Any],
    *,
    now: dt.datetime,
    status: str = "",
    gone: bool = False,
    online_url: str = "",
) -> tuple[str, bytes]:
    """What is attached to a letter about these sessions of an event, and the method that its type
    names: what somebody has to do is said in the letter, so that a calendar answers nobody. It is
    newer than whatever was sent before, so that the calendar follows; `gone` takes them out of
    it. `online_url` is for those alone who have a seat."""
    method = "CANCEL" if gone or event.state == "cancelled" else "PUBLISH"
    made = _calendar(event.title, f"{event.link}event.ics")
    made.add("method", method)
    entries = [_entry(event, one, online_url=online_url) for one in sessions]
    for entry in entries:
        entry.pop("sequence")
        entry.pop("dtstamp")
        entry.add("sequence", _sequence(now))
        entry.add("dtstamp", now.astimezone(dt.UTC))
        if method == "CANCEL" or (status and entry["status"] != "CANCELLED"):
            entry.pop("status")
            entry.add("status", "CANCELLED" if method == "CANCEL" else status)
    return method, _filled(made, entries, sessions)


def _calendar(name: str, address: str) -> Calendar:
    host = urlsplit(settings.BASE_URL).hostname
    made = Calendar.new(
        prodid=f"-//{settings.WAGTAIL_SITE_NAME}//{host}//",
        name=name,
        refresh_interval=REFRESH,
        uid=uuid5(NAMESPACE_URL, f"{settings.BASE_URL}{address}#{name}"),
        url=f"{settings.BASE_URL}{address}" if address else None,
    )
    made.add("x-wr-timezone", settings.TIME_ZONE)
    return made


def _filled(made: Calendar, entries: Iterable[Event], sessions: Iterable[Any]) -> bytes:
    if years := [session.start.year for session in sessions]:
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


def _entry(event: "EventPage", session: Any, *, online_url: str) -> Event:
    """A copied event keeps its sessions' uids but has a translation key of its own."""
    entry = Event()
    host = urlsplit(settings.BASE_URL).hostname
    changed = event.last_published_at or timezone.now()
    entry.add("uid", f"{session.uid}.{event.translation_key.hex[:12]}@{host}")
    entry.add("sequence", _sequence(event.last_published_at))
    entry.add("organizer", _organizer(event))
    entry.add("dtstamp", changed.astimezone(dt.UTC))
    entry.add("last-modified", changed.astimezone(dt.UTC))
    entry.add("summary", event.title)
    entry.add("status", "CANCELLED" if session.cancelled else STATUS[event.state])
    entry.add("url", f"{settings.BASE_URL}{event.link}")
    online = f"{gettext('Online:')} {online_url}" if online_url else ""
    if said := "\n\n".join(filter(None, [event.introduction, online])):
        entry.add("description", said)
    if where := event.whereabouts or online_url:
        entry.add("location", where)
    if online_url:
        entry.conferences = [Conference(online_url, label=event.title)]
    if event.is_on_the_map:
        entry.add("geo", (event.latitude, event.longitude))
    entry.add("categories", [str(event.get_event_type_display()), *event.branch_slugs])
    _add_times(entry, session)
    return entry


def _organizer(event: "EventPage") -> vCalAddress:
    """Who makes it, by name, at the site's own address: nobody's is given away."""
    people = EventDetails(event).people
    address = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    hosts = (one.name for one in people if one.role == Role.ORGANISER)
    address.params["CN"] = next(hosts, settings.WAGTAIL_SITE_NAME)
    return address


def _sequence(moment: dt.datetime | None) -> int:
    """Rises with every publication, of whichever translation: they are one entry."""
    return math.ceil((moment - FIRST).total_seconds()) if moment else 0


def _add_times(entry: Event, session: Any) -> None:
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
