"""An event's sessions as editors choose among them, those that are gone while people are left."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from ..models import EventSeats, RegistrationStatus


def sessions_with_numbers(event: EventSeats) -> list[EventSeats]:
    """The first first, each with how many registrations are `waiting`; none where people register
    for the whole event. One query."""
    waiting = Q(registrations__status=RegistrationStatus.WAITING)
    rows = event.parts.annotate(
        everybody=Count("registrations"), waiting=Count("registrations", filter=waiting)
    )
    return [one for one in rows if one.takes_place or one.everybody]


def session_choices(event: EventSeats, sessions: list[EventSeats]) -> list[tuple[int, str]]:
    """By the key of their seats; the whole event too, where somebody registered for all of it
    before people could choose."""
    choices = [(one.pk, words_for(one)) for one in sessions]
    if choices and event.registrations.exists():
        choices.append((event.pk, _("The whole event")))
    return choices


def words_for(session: EventSeats) -> str:
    if session.takes_place:
        return session.when
    return _("%(when)s (does not take place any more)") % {"when": session.when}


def narrowed(event: EventSeats, text: str) -> EventSeats:
    """To the session whose seats have this key; the whole event where the text is none."""
    return event.parts.filter(pk=number_in(text)).first() or event


def number_in(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 19 else 0
