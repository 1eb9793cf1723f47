"""Events as an Atom feed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed

from .choices import State

if TYPE_CHECKING:
    from .in_lists import ListedEvent

TYPE = "application/atom+xml; charset=utf-8"


def respond(
    events: Iterable["ListedEvent"],
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
            title=f"{_state(event)}{event.title}",
            link=link,
            unique_id=link,
            description=f"{event.shown.when}. {event.introduction}".strip(),
            pubdate=event.first_published_at,
            updateddate=event.last_published_at,
            categories=[event.kind, *event.branch_slugs],
        )
    response = HttpResponse(content_type=TYPE)
    feed.write(response, "utf-8")
    return response


def _state(event: "ListedEvent") -> str:
    """Before the title, where the date that is named does not take place as announced."""
    state = event.shown.state
    return "" if state == State.ANNOUNCED else f"{State(state).label} – "
