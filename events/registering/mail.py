"""What people who registered are told by mail.

A letter is due until it has left: whoever claims it sends it, a failed attempt gives it back, and
the periodic command sends what is still due. One that no attempt could bring to its address, or
that has nothing to say any more, is due no longer.
"""

import datetime as dt
import logging
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from cluster.accounts.mail import letter

from .. import ical
from ..choices import State
from ..deadlines import offer_deadline
from ..models import EventPage, Letter, Registration, RegistrationStatus
from .ticket import has_door, qr_png
from .times import begin_and_end, sessions_of, takes_place

logger = logging.getLogger(__name__)


@task()
def send_letter(pk: int) -> bool:
    """The one that is due, in the language in which somebody registered, with dates and ticket
    attached; nothing to one that was erased since. It waits while the event is not public. Returns
    whether it left."""
    now = timezone.now()
    if not Registration.objects.letters_due(now).filter(pk=pk).update(claimed_at=now):
        return False
    registration = Registration.objects.select_related("seats", "moved_from").filter(pk=pk).first()
    if registration is None:
        return False
    mine = Registration.objects.filter(pk=pk, claimed_at=now)
    event = EventPage.objects.for_registration(registration.seats, registration.language)
    if event is None:
        mine.update(claimed_at=None)
        return False
    try:
        left = _has_something_to_say(registration, event, now) and _send(registration, event, now)
    except Exception as error:
        if not undeliverable(error):
            mine.update(claimed_at=None)
            raise
        logger.warning("Nobody can be reached at the address of registration %s", pk)
        left = False
    told_at = registration.told_at or now
    mine.update(letter_due="", claimed_at=None, told_at=told_at, moved_from=None)
    return left


def undeliverable(error: Exception) -> bool:
    """The address is none, or its mail server says for good that nobody has it."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    return isinstance(error, UnicodeError)


def _has_something_to_say(registration: Registration, event: EventPage, now: dt.datetime) -> bool:
    """While it, or its new date, is still to come; a reminder, until it begins."""
    begins, ends = begin_and_end(registration.seats, event)
    if registration.letter_due == Letter.REMINDER:
        there = takes_place(registration.seats, event)
        return there and event.state == State.ANNOUNCED and begins > now
    return ends >= now or event.state == State.POSTPONED


def _send(registration: Registration, event: EventPage, now: dt.datetime) -> bool:
    if registration.is_offered and registration.told_at is None:
        until = offer_deadline(now, *begin_and_end(registration.seats, event))
        Registration.objects.filter(pk=registration.pk, status=RegistrationStatus.OFFERED).update(
            offer_until=until
        )
        registration.offer_until = until
    context = {
        "registration": registration,
        "event": event,
        "sessions": sessions_of(registration.seats, event),
        "link": link_to(registration, event),
        "ticket": registration.has_seat and has_door(event),
        "online_url": online_url(registration, event),
    }
    template = f"events/mail/{registration.letter_due}.txt"
    said = letter(template, context, language=registration.language)
    subject = " ".join(said["subject"].split())
    mail = EmailMessage(subject, said["text"], to=[registration.email])
    attach_dates(mail, registration, event, now)
    if context["ticket"]:
        mail.attach("ticket.png", qr_png(registration), "image/png")
    mail.send()
    return True


def attach_dates(
    mail: EmailMessage, registration: Registration, event: EventPage, now: dt.datetime
) -> None:
    """For the calendar of who has a seat, is offered one, or has one no more: of their session
    alone, where they chose one. Who waits has nothing to note. What they were moved away from goes
    out of it."""
    status = "TENTATIVE" if registration.is_offered else ""
    gone = registration.is_cancelled or not takes_place(registration.seats, event)
    url = online_url(registration, event)
    dates = [] if registration.is_waiting else [("event.ics", registration.seats, status, gone)]
    before = registration.moved_from
    if before and before != registration.seats:
        dates.append(("before.ics", before, "", True))
    for name, seats, status, gone in dates:
        sessions = sessions_of(seats, event)
        with override(registration.language):
            method, said = ical.invitation(
                event, sessions, now=now, status=status, gone=gone, online_url=url
            )
        mail.attach(name, said, f"text/calendar; method={method}")


def online_url(registration: Registration, event: EventPage) -> str:
    """Empty unless they have a seat at what takes place."""
    comes = registration.has_seat and takes_place(registration.seats, event)
    return event.online_url if comes else ""


def link_to(registration: Registration, event: EventPage) -> str:
    """Where its person sees, confirms and cancels it."""
    return f"{settings.BASE_URL}{event.link}registration/{registration.token}/"
