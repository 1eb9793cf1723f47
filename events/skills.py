"""Skills as the agenda is filtered by them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.http import QueryDict

from directory.vocabulary import now_called

if TYPE_CHECKING:
    from .querysets import EventQuerySet

MOST_ASKED = 20


def skills_in(params: QueryDict) -> dict[str, str]:
    """What those the address asks for that exist, or did before a merger, are called now. No query
    where it asks for none."""
    asked = params.getlist("skill")[:MOST_ASKED]
    return now_called("skill", asked) if asked else {}


def with_skills(events: "EventQuerySet", slugs: Iterable[str]) -> "EventQuerySet":
    """Those with all of them."""
    rows = events.model.skills.through.objects
    for slug in slugs:
        having = rows.filter(eventpage_id=OuterRef("pk"), skill__slug=slug)
        events = events.filter(Exists(having))
    return events
