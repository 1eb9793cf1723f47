"""How an event stands for the public: what the editor says, then dates, then seats."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext, ngettext

from .choices import PublicState, RegistrationMode, State

if TYPE_CHECKING:
    from .announced import Announced
    from .in_lists import HeldSession
    from .models import EventSession

OPEN = (PublicState.ANNOUNCED, PublicState.FULL)


class Standing(NamedTuple):
    """How an event stands, in a word for lists: its state as `mark` where it does not just take
    place, else the seats that are left, or nothing."""

    mark: str
    text: str


def called_off() -> Standing:
    return Standing(PublicState.CANCELLED.value, str(PublicState.CANCELLED.label))


def state_of(event: "Announced", now: dt.datetime) -> PublicState:
    if event.state != State.ANNOUNCED:
        return PublicState(event.state)
    if event.last_end and event.last_end < now:
        return PublicState.OVER
    if event.is_called_off:
        return PublicState.CANCELLED
    return PublicState.FULL if event.seats_left == 0 else PublicState.ANNOUNCED


def standing_of(event: "Announced", now: dt.datetime) -> Standing:
    state = state_of(event, now)
    if state != PublicState.ANNOUNCED:
        return Standing(state.value, str(state.label))
    counted = event.registration == RegistrationMode.HERE and not _is_closed(event)
    return Standing("", left_in_words(event.seats_left) if counted else "")


def standing_of_session(
    event: "Announced", session: "EventSession | HeldSession", now: dt.datetime
) -> Standing:
    """For lists that show each session: its own, where it is cancelled or people register for it by
    itself."""
    if not (event.per_session or session.cancelled or event.is_called_off):
        return standing_of(event, now)
    state = state_of_session(event, session, now)
    if state != PublicState.ANNOUNCED:
        return Standing(state.value, str(state.label))
    return Standing("", "" if _is_closed(event) else left_in_words(event.left_of(session)))


def left_in_words(left: int | None) -> str:
    """Of the seats of one thing; nothing where they are not counted."""
    if left is None:
        return ""
    if not left:
        return gettext("full: waiting list")
    return ngettext("%(left)s seat left", "%(left)s seats left", left) % {"left": left}


def state_of_session(
    event: "Announced", session: "EventSession | HeldSession", now: dt.datetime
) -> PublicState:
    if session.cancelled:
        return PublicState.CANCELLED
    if event.state != State.ANNOUNCED:
        return PublicState(event.state)
    if session.end < now:
        return PublicState.OVER
    left = event.left_of(session) if event.per_session else event.seats_left
    return PublicState.FULL if left == 0 else PublicState.ANNOUNCED


def takes_registrations(event: "Announced", now: dt.datetime) -> bool:
    """Also when full: for the waiting list."""
    here = event.registration == RegistrationMode.HERE and not _is_closed(event)
    return here and state_of(event, now) in OPEN


def _is_closed(event: "Announced") -> bool:
    return event.seats is not None and event.seats.closed
