"""When those who registered are to come: at all sessions of the event, or at the one they chose."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from ..models import EventSeats, EventSession
from ..stretch import Stretch

if TYPE_CHECKING:
    from ..models import EventPage


def sessions_of(seats: EventSeats, event: "EventPage") -> list[Stretch]:
    """Each with its `uid`; one that is gone too."""
    return [seats] if seats.of_session else list(event.sessions.all())


def begin_and_end(seats: EventSeats, event: "EventPage") -> tuple[dt.datetime, dt.datetime]:
    """Now, where the event has no date."""
    first, last = event.first_start, event.last_end
    if seats.of_session:
        first, last = seats.start, seats.end
    now = timezone.now()
    return first or now, last or now


def called_off_seats() -> Any:
    """The keys of those of sessions that any public version of their event says are cancelled, for
    translations may be behind."""
    off = EventSession.objects.filter(cancelled=True, page__live=True).exclude(seats=None)
    return off.order_by().values("seats")


def called_off(seats: EventSeats) -> bool:
    """One query."""
    return called_off_seats().filter(seats=seats).exists()


def takes_place(seats: EventSeats, event: "EventPage") -> bool:
    """Whether the event still has that session, and it is not cancelled. One query."""
    if not seats.of_session:
        return True
    return seats.uid in {one.uid for one in event.sessions.all()} and not called_off(seats)
