"""Registering, and what people and editors do with a registration: for the whole event or for one
session. Every change holds the lock of the event; what becomes free is offered to those who wait:
see line.py."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ..models import EventPage, EventSeats, EventSession, Registration, RegistrationStatus
from .line import advance, coming, locked, note_line, owe_letter, put
from .times import called_off

MOVED = ["seats", "moved_from", "offer_until", "reminded_at"]


class RegistrationClosed(Exception):
    """The event, or that session, takes no registrations (any more)."""


class NoSeat(Exception):
    """Fewer seats are free than the registration has persons."""


class AlreadyThere(Exception):
    """The same address is registered for that session."""


@transaction.atomic
def register(
    event: EventPage,
    *,
    email: str,
    name: str,
    session: EventSession | None = None,
    language: str = "fr",
    persons: int = 1,
    answers: dict[str, dict[str, Any]] | None = None,
    consent: str = "",
) -> Registration:
    """Gives seats or a place in the waiting list, and mails which; again only mails again.

    Seats are given where as many are free and nobody waits. `session` is one of the event's, where
    people register for one. `persons` is one at least and at most what the event allows; `consent`
    is the text that was agreed to. Raises RegistrationClosed.
    """
    seats = locked(_chosen(event, session))
    if seats.whole.closed or (seats.of_session and called_off(seats)):
        raise RegistrationClosed
    advance(seats)
    email = email.strip().lower()
    found = Registration.objects.filter(seats=seats, email=email).first()
    if found and not found.is_cancelled:
        owe_letter(found)
        found.save(update_fields=["letter_due", "claimed_at"])
        return found
    registration = Registration(seats=seats, email=email)
    if found:
        registration.pk, registration.token = found.pk, found.token
        found.arrivals.all().delete()
    registration.name, registration.language, registration.persons = name, language, persons
    registration.answers = answers or {}
    registration.registered_at = timezone.now()
    if consent:
        registration.consent, registration.consented_at = consent, registration.registered_at
    free = seats.fits(persons) and not seats.queued
    put(seats, registration, RegistrationStatus.CONFIRMED if free else RegistrationStatus.WAITING)
    note_line(seats)
    return registration


def _chosen(event: EventPage, session: EventSession | None) -> int | None:
    """The key of the seats that are asked for."""
    if not event.takes_registrations:
        raise RegistrationClosed
    if not event.per_session:
        return event.seats_id
    if session is None or session.seats_id is None or session not in event.to_come:
        raise RegistrationClosed
    return session.seats_id


def _held(registration: Registration) -> tuple[EventSeats, Registration]:
    """Both as they are now, the seats locked: while somebody waited for the lock, an editor may
    have moved the person to another session."""
    seats = locked(registration.seats_id)
    registration = Registration.objects.get(pk=registration.pk)
    if registration.seats_id != seats.pk:
        seats = locked(registration.seats_id)
    return seats, registration


@transaction.atomic
def confirm(registration: Registration) -> Registration:
    """The address is the person's: what they have stays theirs; nothing once the event is over or
    cancelled."""
    seats, registration = _held(registration)
    now = timezone.now()
    open_still = registration.verified_at is None and not registration.is_cancelled
    if open_still and coming(seats, now).exists():
        registration.verified_at = now
        registration.save(update_fields=["verified_at"])
        advance(seats)
        note_line(seats)
    return registration


@transaction.atomic
def accept(registration: Registration) -> Registration:
    """The offered seat is theirs, and the address too; nothing once the deadline is over, or the
    event over or cancelled."""
    seats, registration = _held(registration)
    advance(seats)
    registration.refresh_from_db()
    now = timezone.now()
    in_time = registration.is_offered and not (
        registration.is_told and registration.offer_until < now
    )
    if in_time and coming(seats, now).exists():
        registration.verified_at = registration.verified_at or now
        registration.offer_until = None
        put(seats, registration, RegistrationStatus.CONFIRMED)
    return registration


@transaction.atomic
def cancel(registration: Registration) -> Registration:
    """Gives back the seats, the offer or the place in the line."""
    seats, registration = _held(registration)
    if not registration.is_cancelled:
        registration.offer_until = None
        put(seats, registration, RegistrationStatus.CANCELLED)
        advance(seats)
        note_line(seats)
    return registration


@transaction.atomic
def let_in(registration: Registration, *, beyond: bool = False) -> Registration:
    """An editor gives seats past the line, vouching for the address; only `beyond` goes past the
    number of seats, too.

    Raises NoSeat.
    """
    seats, registration = _held(registration)
    if registration.has_seat:
        return registration
    free = seats.fits(registration.persons) or registration.is_offered
    if not (free or beyond):
        raise NoSeat
    registration.verified_at = registration.verified_at or timezone.now()
    registration.offer_until = None
    put(seats, registration, RegistrationStatus.CONFIRMED)
    note_line(seats)
    return registration


@transaction.atomic
def send_to_line(registration: Registration) -> Registration:
    """An editor puts somebody at the end of the waiting list; its first is offered the seat, which
    are they themselves where nobody else waits."""
    seats, registration = _held(registration)
    if not registration.is_waiting:
        registration.registered_at, registration.seated_at = timezone.now(), None
        registration.offer_until = None
        put(seats, registration, RegistrationStatus.WAITING)
        registration.arrivals.all().delete()
        advance(seats)
        note_line(seats)
    return registration


@transaction.atomic
def change_session(registration: Registration, session: EventSeats) -> Registration:
    """An editor moves somebody to another session of the same event. Who has a seat keeps one,
    past the line there; who waits or is offered one waits there, by when they registered. What
    the same address had cancelled there is erased.

    Raises NoSeat or AlreadyThere.
    """
    old, registration = _held(registration)
    new = locked(session.pk)
    new.whole = old.whole
    if registration.seats_id == new.pk or registration.is_cancelled:
        return registration
    there = new.registrations.filter(email=registration.email).first()
    if there and not there.is_cancelled:
        raise AlreadyThere
    if registration.has_seat and not new.fits(registration.persons):
        raise NoSeat
    if there:
        there.delete()
    had_seat = registration.has_seat
    if not (registration.is_waiting or registration.moved_from_id):
        registration.moved_from = old
    put(old, registration, RegistrationStatus.CANCELLED, tell=False)
    registration.seats, registration.offer_until = new, None
    registration.reminded_at = None
    registration.save(update_fields=MOVED)
    registration.arrivals.all().delete()
    status = RegistrationStatus.CONFIRMED if had_seat else RegistrationStatus.WAITING
    put(new, registration, status)
    for seats in (old, new):
        advance(seats)
        note_line(seats)
    return registration


@transaction.atomic
def erase(registration: Registration) -> None:
    """Nothing is left of it; while the event is still to come, the first who waits moves up."""
    seats, registration = _held(registration)
    put(seats, registration, RegistrationStatus.CANCELLED, tell=False)
    registration.delete()
    advance(seats)
    note_line(seats)


def open_more(event: EventPage) -> None:
    """After a change of capacity: offers what has become free to those who wait."""
    of_event = EventSeats.objects.filter(translation_key=event.translation_key)
    for pk in list(of_event.moving().values_list("pk", flat=True)):
        move_up(pk)


@transaction.atomic
def move_up(seats_id: int | None) -> None:
    advance(locked(seats_id))
