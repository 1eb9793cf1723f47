"""The events that somebody organises, speaks at or supports, on the page of their profile."""

from directory.models import ProfileListing
from directory.showing import Part

from .models import EventPage, EventPerson

MOST = 6


def events_of(listing: ProfileListing, language: str) -> Part | None:
    """The latest first, each once in the reader's language where it can be; one query."""
    people = EventPerson.objects.filter(profile=listing.page_id, page__live=True)
    found = EventPage.objects.seen().filter(
        translation_key__in=people.values("page__translation_key")
    )
    in_order = found.in_language(language).select_related("locale").order_by("-first_start", "-pk")
    events = list(in_order[:MOST])
    return Part("events/on_profile.html", {"events": events}) if events else None
