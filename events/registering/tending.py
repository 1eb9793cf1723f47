"""What comes by the clock: the waiting line moves, the day before is told, what is old is erased.

Each step does only what is still to be done, so that again, or twice at once, is harmless.
"""

import datetime as dt
import logging

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet, Sum

from ..choices import RegistrationMode, State
from ..dates import DAY, local
from ..models import (
    EventPage,
    EventSeats,
    EventSession,
    Letter,
    MailingCopy,
    Registration,
    RegistrationStatus,
)
from ..models.seats import HOLDING
from .line import locked, note_line
from .mail import send_letter
from .mailing import send_copy
from .registration import move_up
from .times import called_off_seats

logger = logging.getLogger(__name__)


def move_lines(now: dt.datetime) -> int:
    """Events, and sessions, where somebody waits, is offered a seat, or has not confirmed
    theirs."""
    coming = EventPage.objects.live().filter(registration=RegistrationMode.HERE, last_end__gte=now)
    moving = EventSeats.objects.moving().filter(Q(uid=None) | Q(end__gte=now))
    keys = coming.order_by().values("translation_key")
    found = list(moving.filter(translation_key__in=keys).values_list("pk", flat=True))
    for pk in found:
        move_up(pk)
    return len(found)


def remind(now: dt.datetime) -> int:
    """Makes the letter of the day before due, once each: before the event, or the session somebody
    chose; not for those who got their seat within that day, whose letter said the same."""
    events = EventPage.objects.live().filter(
        state=State.ANNOUNCED, registration=RegistrationMode.HERE
    )
    coming = events.filter(first_start__gt=now, first_start__lte=now + DAY)
    starts = dict(coming.order_by("-first_start").values_list("seats", "first_start"))
    chosen = EventSession.objects.filter(
        page__in=events.order_by().values("pk"),
        start__gt=now,
        start__lte=now + DAY,
    ).exclude(seats__in=called_off_seats())
    starts |= chosen.exclude(seats=None).order_by("-start").values_list("seats", "start")
    return sum(
        Registration.objects.filter(
            seats=seats,
            status=RegistrationStatus.CONFIRMED,
            verified_at__isnull=False,
            reminded_at=None,
            letter_due="",
            seated_at__lt=start - DAY,
        ).update(reminded_at=now, letter_due=Letter.REMINDER, claimed_at=None)
        for seats, start in starts.items()
    )


def send_letters(now: dt.datetime) -> tuple[int, int]:
    """How many of those due left, and how many failed; these stay due."""
    left = failed = 0
    letters = Registration.objects.letters_due(now).values_list("pk", flat=True)
    copies = MailingCopy.objects.due(now).values_list("pk", flat=True)
    due = [(send_letter.call, pk) for pk in letters] + [(send_copy, pk) for pk in copies]
    for send, pk in due:
        try:
            left += send(pk)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others leave
            logger.warning("Letter or copy %s did not leave: %r", pk, type(error))
            failed += 1
    return left, failed


def forget(now: dt.datetime) -> int:
    """Erases registrations `EVENT_FORGET_MONTHS` after the end of their event, or of the session
    they are for, or after they were made where the event is gone."""
    cutoff = months_before(now, settings.EVENT_FORGET_MONTHS)
    recent = EventPage.objects.filter(last_end__gte=cutoff).order_by().values("seats")
    old = Registration.objects.filter(registered_at__lt=cutoff)
    old = old.exclude(seats__in=recent).exclude(seats__end__gte=cutoff)
    events = list(old.order_by().values_list("seats", flat=True).distinct())
    return sum(_forget_of(pk, old) for pk in events)


@transaction.atomic
def _forget_of(pk: int, old: QuerySet[Registration]) -> int:
    seats = locked(pk)
    _all, by_model = old.filter(seats=seats).delete()
    for row in {seats, seats.whole}:
        holding = row.people.filter(status__in=HOLDING)
        row.taken = holding.aggregate(number=Sum("persons"))["number"] or 0
        row.save(update_fields=["taken"])
    note_line(seats)
    return by_model.get(Registration._meta.label, 0)


def months_before(moment: dt.datetime, months: int) -> dt.datetime:
    """The same day and hour of an earlier month; of a shorter one, its last day."""
    here = local(moment)
    first = here.replace(day=1)
    number = first.year * 12 + first.month - 1 - months
    first = first.replace(year=number // 12, month=number % 12 + 1)
    length = ((first + 32 * DAY).replace(day=1) - first).days
    return first.replace(day=min(here.day, length))
