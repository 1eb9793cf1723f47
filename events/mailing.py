"""A letter of an editor to all who registered, outside the request, once to each."""

from typing import Any
from uuid import UUID

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from cluster.accounts.mail import letter

from .mail import link_to
from .models import Audience, EventMailing, EventPage, EventSeats, MailingCopy
from .models.mailing import STATUSES


@transaction.atomic
def write_to(
    seats: EventSeats, audience: str, *, subject: str, text: str, by: Any, key: UUID
) -> EventMailing:
    """Queues a copy for each who belongs to the audience now; nothing where this form has been
    sent already."""
    mailing, new = EventMailing.objects.get_or_create(
        key=key,
        defaults={
            "seats": seats,
            "audience": audience,
            "subject": subject,
            "text": text,
            "written_by": by,
        },
    )
    if new:
        people = seats.registrations.filter(status__in=STATUSES[Audience(audience)])
        MailingCopy.objects.bulk_create(
            MailingCopy(mailing=mailing, registration=one) for one in people
        )
        transaction.on_commit(lambda: send_copies.enqueue(mailing.pk))
    return mailing


@task()
def send_copies(mailing: int) -> None:
    """Those that fail stay due, and the periodic command sends them."""
    for pk in list(MailingCopy.objects.filter(mailing=mailing, sent_at=None).values_list("pk")):
        try:
            send_copy(*pk)
        except OSError:
            continue


def send_copy(pk: int) -> None:
    """Whoever claims it sends it; a failed attempt gives it back."""
    now = timezone.now()
    if not MailingCopy.objects.due(now).filter(pk=pk).update(claimed_at=now):
        return
    row = MailingCopy.objects.select_related("mailing__seats", "registration").filter(pk=pk).first()
    if row is None:
        return
    mine = MailingCopy.objects.filter(pk=pk, claimed_at=now)
    try:
        _send(row)
    except Exception:
        mine.update(claimed_at=None)
        raise
    mine.update(sent_at=timezone.now())


def _send(copy: MailingCopy) -> None:
    to, mailing = copy.registration, copy.mailing
    event = EventPage.objects.for_registration(mailing.seats, to.language)
    context = {"mailing": mailing, "link": link_to(to, event) if event else ""}
    said = letter("events/mail/mailing.txt", context, language=to.language)
    EmailMessage(mailing.subject, said["text"], to=[to.email]).send()
