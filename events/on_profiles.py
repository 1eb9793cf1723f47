"""The events that somebody organises, speaks at or supports, on the page of their profile."""

from django.db.models import Case, F, OuterRef, Subquery, When
from django.utils import timezone

from directory.models import ProfileListing
from directory.showing import Part

from .choices import Role
from .models import EventPage, EventPerson

SHOWN, MOST = 6, 50
"""At once, and with those behind a line to open."""


def events_of(listing: ProfileListing, language: str) -> Part | None:
    """Those to come, the next first, then the others, the latest first; each once, in the reader's
    language where it can be, with what somebody is there; one query."""
    people = EventPerson.objects.filter(profile=listing.page_id, page__live=True)
    found = EventPage.objects.seen().filter(
        translation_key__in=people.values("page__translation_key")
    )
    role = people.filter(page__translation_key=OuterRef("translation_key")).values("role")
    shown = found.in_language(language).select_related("locale")
    shown = shown.annotate(role=Subquery(role.order_by("pk")[:1]))
    to_come = When(last_end__gte=timezone.now(), then=F("first_start"))
    shown = shown.annotate(begins=Case(to_come))
    events = list(shown.order_by(F("begins").asc(nulls_last=True), "-first_start", "pk")[:MOST])
    for event in events:
        event.role = Role(event.role)
    if not events:
        return None
    return Part("events/on_profile.html", {"events": events[:SHOWN], "others": events[SHOWN:]})
