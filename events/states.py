"""How an event stands for the public: what the editor says, then dates, then seats."""

import datetime as dt
from typing import TYPE_CHECKING

from .choices import PublicState, RegistrationMode, State

if TYPE_CHECKING:
    from .models import EventPage
    from .models.stretch import Stretch

OPEN = (PublicState.ANNOUNCED, PublicState.FULL)


def state_of(event: "EventPage", now: dt.datetime) -> PublicState:
    if event.state != State.ANNOUNCED:
        return PublicState(event.state)
    if event.last_end and event.last_end < now:
        return PublicState.OVER
    return PublicState.FULL if event.seats_left == 0 else PublicState.ANNOUNCED


def state_of_session(
    event: "EventPage", session: "Stretch", left: int | None, now: dt.datetime
) -> PublicState:
    """`left` is how many seats somebody who comes now can have."""
    if event.state != State.ANNOUNCED:
        return PublicState(event.state)
    if session.end < now:
        return PublicState.OVER
    return PublicState.FULL if left == 0 else PublicState.ANNOUNCED


def takes_registrations(event: "EventPage", now: dt.datetime) -> bool:
    """Also when full: for the waiting list."""
    closed = event.seats is not None and event.seats.closed
    here = event.registration == RegistrationMode.HERE and not closed
    return here and state_of(event, now) in OPEN
