"""Events as an Atom feed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from .dates import local

if TYPE_CHECKING:
    from .models import EventPage

TYPE = "application/atom+xml; charset=utf-8"


def respond(
    events: Iterable["EventPage"],
    *,
    title: str,
    description: str,
    page: str,
    address: str,
    language: str,
) -> HttpResponse:
    """`page` is the address of the same list for people, `address` that of the feed."""
    feed = Atom1Feed(
        title=title,
        link=f"{settings.BASE_URL}{page}",
        description=description,
        language=language,
        feed_url=f"{settings.BASE_URL}{address}",
        feed_guid=f"{settings.BASE_URL}{address}",
    )
    for event in events:
        link = f"{settings.BASE_URL}{event.link}"
        feed.add_item(
            title=event.title,
            link=link,
            unique_id=link,
            description=f"{_when(event)} {event.introduction}".strip(),
            pubdate=event.first_published_at,
            updateddate=event.last_published_at,
            categories=[str(event.get_event_type_display()), *event.branch_slugs],
        )
    response = HttpResponse(content_type=TYPE)
    feed.write(response, "utf-8")
    return response


def _when(event: "EventPage") -> str:
    return f"{local(event.first_start):%Y-%m-%d %H:%M}." if event.first_start else ""
