"""What an editor changes of an event for which people have registered. They are not told by
themselves, for a mistyped hour is put right in a minute: the editor is reminded to write."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from ..models import EventPage


def remember_public(request: HttpRequest, page: Page) -> None:
    """Before it is published: what people who registered have read."""
    if isinstance(page, EventPage):
        public = EventPage.objects.live().filter(pk=page.pk).first()
        request.public_event = public and _told_of(public)  # type: ignore[attr-defined]


def remind_to_write(request: HttpRequest, page: Page) -> None:
    """After it was published."""
    before = getattr(request, "public_event", None)
    if before is None or not isinstance(page, EventPage):
        return
    if page.last_end is None or page.last_end < timezone.now():
        return
    number = page.seats.people.standing().count() if page.seats else 0
    if number and before != _told_of(page):
        said = ngettext(
            "%(number)d person has registered and does not hear of this change unless you write.",
            "%(number)d people have registered and do not hear of this change unless you write.",
            number,
        )
        address = reverse("event_write", args=[page.seats_id])
        messages.warning(
            request, said % {"number": number}, [messages.button(address, _("Write to all"))]
        )


def _told_of(event: EventPage) -> tuple[Any, ...]:
    """What a letter says of it."""
    hours = sorted((*one.hours, one.cancelled) for one in event.sessions.all())
    return event.state, hours, event.whereabouts, event.online_url
