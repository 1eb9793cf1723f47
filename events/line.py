"""The waiting line of an event: who is offered what is free, until when, and what comes after.

An offered seat counts as taken until its deadline. The line is that of the people: who registered
first is offered first, those who confirmed their address before those who did not. The latter are
not left out, so that no seat stays empty: to accept is to confirm. A group waits as a whole, and
while it is first no smaller one behind it is offered what would fit them.

Every function's caller holds the lock of the event's seats.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .choices import State
from .mail import send_letter
from .models import EventPage, EventSeats, Letter, Registration, RegistrationStatus

HOLD = dt.timedelta(hours=48)
"""How long a seat is kept for an address that has not been confirmed."""
HOUR = dt.timedelta(hours=1)


def locked(pk: Any) -> EventSeats:
    return EventSeats.objects.select_for_update().get(pk=pk)


def advance(seats: EventSeats) -> None:
    """Takes back what nobody answered for, then offers what is free to those who wait; nothing of
    an event that is over, cancelled or not public."""
    now = timezone.now()
    coming = EventPage.objects.live().filter(seats=seats, state=State.ANNOUNCED, last_end__gte=now)
    dates = coming.order_by("first_start").values_list("first_start", "last_end").first()
    if dates is None:
        return
    _take_back(seats, now)
    begins = dates[0] if dates[0] > now else dates[1]
    for registration in seats.registrations.in_line()[: seats.left]:
        if not seats.fits(registration.persons):
            break
        registration.offer_until = offer_deadline(now, begins)
        put(seats, registration, RegistrationStatus.OFFERED)
    note_line(seats)


def offer_deadline(now: dt.datetime, begins: dt.datetime) -> dt.datetime:
    """`EVENT_OFFER_HOURS` from now, but at most half of the time that is left, so that the next
    still has a chance when nobody answers; an hour at least, and never after the event begins (of
    one under way: ends)."""
    left = begins - now
    usual = dt.timedelta(hours=settings.EVENT_OFFER_HOURS)
    return now + min(usual, max(left / 2, HOUR), left)


def put(
    seats: EventSeats, registration: Registration, status: RegistrationStatus, *, tell: bool = True
) -> None:
    """Every change of a status comes through here, so that `taken` always adds up."""
    held = registration.seats_held
    registration.status = status
    if status == RegistrationStatus.CONFIRMED:
        registration.seated_at = timezone.now()
    if tell:
        owe_letter(registration)
    registration.save()
    if registration.seats_held != held:
        seats.taken += registration.seats_held - held
        seats.save(update_fields=["taken"])


def note_line(seats: EventSeats) -> None:
    queued = seats.registrations.filter(status=RegistrationStatus.WAITING).exists()
    if queued != seats.queued:
        seats.queued = queued
        seats.save(update_fields=["queued"])


def owe_letter(registration: Registration, letter: Letter = Letter.STANDING) -> None:
    """It leaves when all is written; the caller saves the registration."""
    registration.letter_due, registration.claimed_at = letter, None
    transaction.on_commit(lambda: send_letter.enqueue(registration.pk))


def _take_back(seats: EventSeats, now: dt.datetime) -> None:
    """Seats that nobody confirmed, in silence, for the address may be somebody else's; and offers
    that ran out."""
    unconfirmed = seats.registrations.filter(
        status=RegistrationStatus.CONFIRMED, verified_at=None, seated_at__lt=now - HOLD
    )
    for registration in unconfirmed:
        put(seats, registration, RegistrationStatus.CANCELLED, tell=False)
    unanswered = seats.registrations.filter(status=RegistrationStatus.OFFERED, offer_until__lt=now)
    for registration in unanswered:
        put(seats, registration, RegistrationStatus.CANCELLED)
