"""Seats: given, waited for, given back. Every change holds the lock of the event's seats."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from .mail import send_registration
from .models import EventPage, EventSeats, Registration, RegistrationStatus

HOLD = dt.timedelta(hours=48)
"""How long a seat is kept for an address that has not been confirmed."""


class RegistrationClosed(Exception):
    """The event takes no registrations (any more)."""


@transaction.atomic
def register(event: EventPage, *, email: str, name: str, language: str = "fr") -> Registration:
    """Gives a seat or a place in the waiting list, and mails which; again only mails again.

    Raises RegistrationClosed.
    """
    if not event.takes_registrations:
        raise RegistrationClosed
    seats = _locked(event.seats_id)
    _take_back_unconfirmed(seats)
    email = email.strip().lower()
    found = Registration.objects.filter(seats=seats, email=email).first()
    registration = found or Registration(seats=seats, email=email)
    if found is None or found.is_cancelled:
        registration.name, registration.language = name, language
        registration.registered_at = timezone.now()
        registration.verified_at = None
        _seat_or_queue(seats, registration)
    _mail(registration)
    return registration


@transaction.atomic
def confirm(registration: Registration) -> Registration:
    """The address is the person's: what they have stays theirs."""
    seats = _locked(registration.seats_id)
    registration = Registration.objects.get(pk=registration.pk)
    if registration.verified_at is None and not registration.is_cancelled:
        registration.verified_at = timezone.now()
        registration.save(update_fields=["verified_at"])
        _take_back_unconfirmed(seats)
    return registration


@transaction.atomic
def cancel(registration: Registration) -> Registration:
    """Gives the seat back; the first who waits moves up."""
    seats = _locked(registration.seats_id)
    registration = Registration.objects.get(pk=registration.pk)
    if not registration.is_cancelled:
        _drop(seats, registration)
        fill(seats)
        _mail(registration)
    return registration


@transaction.atomic
def erase(registration: Registration) -> None:
    """Nothing is left of it; while the event is still to come, the first who waits moves up."""
    seats = _locked(registration.seats_id)
    registration = Registration.objects.get(pk=registration.pk)
    if registration.has_seat:
        _drop(seats, registration)
    registration.delete()
    if EventPage.objects.live().filter(seats=seats, last_end__gte=timezone.now()).exists():
        fill(seats)


def open_more(event: EventPage) -> None:
    """After a change of capacity: gives what has become free to those who wait."""
    with transaction.atomic():
        fill(_locked(event.seats_id))


def fill(seats: EventSeats) -> None:
    """Moves up those who wait while there are seats; the caller holds the lock."""
    waiting = seats.registrations.filter(status=RegistrationStatus.WAITING)
    for registration in waiting[: seats.left]:
        _seat_or_queue(seats, registration)
        _mail(registration)


def _locked(pk: int | None) -> EventSeats:
    return EventSeats.objects.select_for_update().get(pk=pk)


def _seat_or_queue(seats: EventSeats, registration: Registration) -> None:
    registration.status = RegistrationStatus.WAITING
    registration.seated_at = None
    if not seats.full:
        registration.status = RegistrationStatus.CONFIRMED
        registration.seated_at = timezone.now()
        seats.taken += 1
        seats.save(update_fields=["taken"])
    registration.save()


def _drop(seats: EventSeats, registration: Registration) -> None:
    if registration.has_seat:
        seats.taken -= 1
        seats.save(update_fields=["taken"])
    registration.status = RegistrationStatus.CANCELLED
    registration.save(update_fields=["status"])


def _take_back_unconfirmed(seats: EventSeats) -> None:
    late = seats.registrations.filter(
        status=RegistrationStatus.CONFIRMED,
        verified_at=None,
        seated_at__lt=timezone.now() - HOLD,
    )
    dropped = list(late)
    for registration in dropped:
        _drop(seats, registration)
    if dropped:
        fill(seats)


def _mail(registration: Registration) -> None:
    transaction.on_commit(lambda: send_registration.enqueue(registration.pk))
