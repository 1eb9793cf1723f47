"""The waiting line of an event, or of one of its sessions: who is offered what is free, until when,
and what comes after.

An offered seat counts as taken until its deadline. The line is that of the people: who registered
first is offered first, those who confirmed their address before those who did not. The latter are
not left out, so that no seat stays empty: to accept is to confirm. A group waits as a whole, and
while it is first no smaller one behind it is offered what would fit them, unless its address is not
confirmed. One that is larger than the room holds up nobody; editors see it.

Every function's caller holds the lock of the event, by having got the seats from `locked`.
"""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..choices import RegistrationFor, RegistrationMode, State
from ..deadlines import offer_deadline
from ..models import EventPage, EventSeats, Letter, Registration, RegistrationStatus
from .mail import send_letter
from .times import begin_and_end, called_off

HOLD = dt.timedelta(hours=48)
"""How long a seat is kept for an address that has not been confirmed."""
STANDING = ["status", "registered_at", "seated_at", "verified_at", "offer_until"]
LETTER = ["letter_due", "told_at", "claimed_at"]


def locked(pk: Any) -> EventSeats:
    """Seats as they are now, to whoever alone may change any of their event's: the row of the whole
    event is locked first, whichever session they are of. One query."""
    own = EventSeats.objects.filter(pk=pk).values("translation_key")[:1]
    of_event = EventSeats.objects.filter(Q(pk=pk) | Q(uid=None), translation_key=own)
    rows = list(of_event.select_for_update().order_by(F("uid").asc(nulls_first=True)))
    seats = next(row for row in rows if row.pk == pk)
    seats.whole = rows[0]
    return seats


def advance(seats: EventSeats) -> None:
    """Takes back what nobody answered for, then offers what is free to those who wait; nothing of
    an event that is over, cancelled, not public or without registration here."""
    now = timezone.now()
    unit = RegistrationFor.SESSION if seats.of_session else RegistrationFor.EVENT
    events = coming(seats, now).filter(
        state=State.ANNOUNCED, registration=RegistrationMode.HERE, registration_for=unit
    )
    event = events.order_by("first_start").only("first_start", "last_end").first()
    if event is None:
        return
    _take_back(seats, now)
    while registration := _next_in_line(seats):
        registration.offer_until = offer_deadline(now, *begin_and_end(seats, event))
        put(seats, registration, RegistrationStatus.OFFERED)
    note_line(seats)


def coming(seats: EventSeats, now: dt.datetime) -> QuerySet[EventPage]:
    """The event in its languages, while somebody can still come to it, or to that session."""
    events = EventPage.objects.live().exclude(state=State.CANCELLED)
    if seats.of_session:
        if called_off(seats):
            return events.none()
        return events.filter(sessions__seats=seats, sessions__end__gte=now)
    return events.filter(seats=seats, sessions__end__gte=now, sessions__cancelled=False)


def put(
    seats: EventSeats, registration: Registration, status: RegistrationStatus, *, tell: bool = True
) -> None:
    """Every change of a status comes through here, so that `taken` always adds up, of a session and
    of the whole event."""
    held = registration.seats_held
    registration.status = status
    if status == RegistrationStatus.CONFIRMED:
        registration.seated_at = timezone.now()
    registration.letter_due, registration.told_at = "", None
    if tell:
        owe_letter(registration)
    registration.save(update_fields=None if registration._state.adding else STANDING + LETTER)
    if registration.seats_held != held:
        for row in {seats, seats.whole}:
            row.taken += registration.seats_held - held
            row.save(update_fields=["taken"])


def note_line(seats: EventSeats) -> None:
    """Addresses that may be somebody else's keep no seat from who comes now."""
    queued = _line(seats).filter(verified_at__isnull=False).exists()
    if queued != seats.queued:
        seats.queued = queued
        seats.save(update_fields=["queued"])


def owe_letter(registration: Registration, letter: Letter = Letter.STANDING) -> None:
    """It leaves when all is written; the caller saves the registration."""
    registration.letter_due, registration.claimed_at = letter, None
    transaction.on_commit(lambda: send_letter.enqueue(registration.pk))


def _line(seats: EventSeats) -> QuerySet[Registration]:
    """Those who wait for what could become free."""
    line = seats.registrations.in_line()
    return line if seats.capacity is None else line.filter(persons__lte=seats.capacity)


def _next_in_line(seats: EventSeats) -> Registration | None:
    """The first, where there are seats for them; a group whose address is not confirmed and that
    does not fit is passed over."""
    if seats.left == 0:
        return None
    line = _line(seats)
    if seats.left is not None:
        line = line.filter(Q(verified_at__isnull=False) | Q(persons__lte=seats.left))
    first = line.first()
    return first if first and seats.fits(first.persons) else None


def _take_back(seats: EventSeats, now: dt.datetime) -> None:
    """Seats that nobody confirmed, in silence, for the address may be somebody else's; and offers
    that ran out. Nothing from those whose letter about it has not left."""
    told = seats.registrations.filter(Q(letter_due="") | Q(told_at__isnull=False))
    unconfirmed = told.alias(since=Coalesce("told_at", "seated_at")).filter(
        status=RegistrationStatus.CONFIRMED, verified_at=None, since__lt=now - HOLD
    )
    for one in unconfirmed:
        put(seats, one, RegistrationStatus.CANCELLED, tell=False)
    unanswered = told.filter(status=RegistrationStatus.OFFERED, offer_until__lt=now)
    for registration in unanswered:
        put(seats, registration, RegistrationStatus.CANCELLED)
