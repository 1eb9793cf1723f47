"""A letter of an editor to all who registered, outside the request, once to each."""

import logging
from typing import Any
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task

from cluster.accounts.mail import letter

from ..choices import PublicState
from ..models import Audience, EventMailing, EventPage, EventSeats, MailingCopy, Registration
from ..models.mailing import STATUSES
from .mail import attach_dates, link_to, undeliverable
from .times import called_off

logger = logging.getLogger(__name__)


class AlreadySent(Exception):
    """What was sent from this form is something else."""


@transaction.atomic
def write_to(
    seats: EventSeats, audience: str, *, subject: str, text: str, by: Any, key: UUID
) -> EventMailing:
    """Queues a copy for each who belongs to the audience now, of a whole event or of a session;
    nothing where this form has been sent already.

    Raises AlreadySent where it was with other words.
    """
    said = {"seats": seats, "audience": audience, "subject": subject, "text": text}
    mailing, new = EventMailing.objects.get_or_create(key=key, defaults=said | {"written_by": by})
    if not new:
        if any(getattr(mailing, name) != value for name, value in said.items()):
            raise AlreadySent
        return mailing
    MailingCopy.objects.bulk_create(
        MailingCopy(mailing=mailing, registration=one) for one in people(seats, Audience(audience))
    )
    transaction.on_commit(lambda: send_copies.enqueue(mailing.pk))
    return mailing


def people(seats: EventSeats, audience: Audience) -> QuerySet[Registration]:
    """Those whose address is confirmed, for anybody may have typed the others; all of them where
    the event, or their date, is cancelled, so that nobody comes for nothing."""
    found = seats.people.filter(status__in=STATUSES[audience])
    versions = EventPage.objects.live().filter(translation_key=seats.translation_key)
    if any(one.public_state == PublicState.CANCELLED for one in versions):
        return found
    if seats.of_session and called_off(seats):
        return found
    return found.filter(verified_at__isnull=False)


@task()
def send_copies(mailing: int) -> None:
    """Those that fail stay due, and the periodic command sends them."""
    for pk in list(MailingCopy.objects.filter(mailing=mailing, sent_at=None).values_list("pk")):
        try:
            send_copy(*pk)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others leave
            logger.warning("Copy %s did not leave: %r", *pk, type(error))


def send_copy(pk: int) -> bool:
    """Whoever claims it sends it; a failed attempt gives it back, unless no attempt could bring it
    to its address. Returns whether it left."""
    now = timezone.now()
    if not MailingCopy.objects.due(now).filter(pk=pk).update(claimed_at=now):
        return False
    copies = MailingCopy.objects.select_related("mailing__seats", "registration__seats")
    row = copies.filter(pk=pk).first()
    if row is None:
        return False
    mine = MailingCopy.objects.filter(pk=pk, claimed_at=now)
    try:
        _send(row)
    except Exception as error:
        if undeliverable(error):
            logger.warning("Nobody can be reached at the address of copy %s", pk)
            mine.delete()
            return False
        mine.update(claimed_at=None)
        raise
    mine.update(sent_at=timezone.now())
    return True


def _send(copy: MailingCopy) -> None:
    to, mailing = copy.registration, copy.mailing
    event = EventPage.objects.for_registration(mailing.seats, to.language)
    context = {"mailing": mailing, "link": link_to(to, event) if event else ""}
    said = letter("events/mail/mailing.txt", context, language=to.language)
    mail = EmailMessage(mailing.subject, said["text"], to=[to.email])
    if event and event.sessions.all():
        attach_dates(mail, to, event, timezone.now())
    mail.send()
