"""What people who registered are told by mail.

A letter is due until it has left: whoever claims it sends it, a failed attempt gives it back, and
the periodic command sends what is still due.
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django_tasks import task

from cluster.accounts.mail import letter

from . import ical
from .models import EventPage, Registration
from .ticket import qr_png


@task()
def send_letter(pk: int) -> None:
    """The one that is due, in the language in which somebody registered, with dates and ticket
    attached; nothing to one that was erased since."""
    now = timezone.now()
    if not Registration.objects.letters_due(now).filter(pk=pk).update(claimed_at=now):
        return
    registration = Registration.objects.select_related("seats").get(pk=pk)
    mine = Registration.objects.filter(pk=pk, claimed_at=now)
    try:
        _send(registration)
    except Exception:
        mine.update(claimed_at=None)
        raise
    mine.update(letter_due="", claimed_at=None)


def _send(registration: Registration) -> None:
    event = EventPage.objects.for_registration(registration.seats, registration.language)
    if event is None:
        return
    context = {"registration": registration, "event": event, "link": link_to(registration, event)}
    template = f"events/mail/{registration.letter_due}.txt"
    said = letter(template, context, language=registration.language)
    subject = " ".join(said["subject"].split())
    mail = EmailMessage(subject, said["text"], to=[registration.email])
    if registration.has_seat:
        mail.attach("event.ics", ical.calendar([event], name=event.title), "text/calendar")
        mail.attach("ticket.png", qr_png(registration), "image/png")
    mail.send()


def link_to(registration: Registration, event: EventPage) -> str:
    """Where its person sees, confirms and cancels it."""
    return f"{settings.BASE_URL}{event.link}registration/{registration.token}/"
