"""What people who registered are told by mail."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django_tasks import task

from . import ical
from .models import EventPage, Registration


@task()
def send_registration(pk: int) -> None:
    """Says how a registration stands, in the language it was made in, with the dates attached;
    nothing of one that was erased since."""
    registration = Registration.objects.select_related("seats").filter(pk=pk).first()
    if registration is None:
        return
    with translation.override(registration.language):
        event = EventPage.objects.for_registration(registration.seats, registration.language)
        if event is None:
            return
        context = {
            "registration": registration,
            "event": event,
            "link": f"{settings.BASE_URL}{event.link}registration/{registration.token}/",
            "site_name": settings.WAGTAIL_SITE_NAME,
        }
        subject = render_to_string("events/mail/registration_subject.txt", context)
        text = render_to_string("events/mail/registration.txt", context)
        mail = EmailMessage(" ".join(subject.split("\n")).strip(), text, to=[registration.email])
        if registration.has_seat:
            mail.attach("event.ics", ical.calendar([event], name=event.title), "text/calendar")
        mail.send()
