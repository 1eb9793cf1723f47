"""What lists read of an event, worked out once when it is saved."""

from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags

from cluster.geo import gazetteer
from cluster.geo.gazetteer import fold

from .giving_seats import give_seats

if TYPE_CHECKING:
    from .event import EventPage


def settle(event: "EventPage") -> None:
    """Sets the event's own derived columns; a live one's seats follow."""
    rows: Any = event.sessions
    sessions = rows.get_object_list() if event.per_session else list(rows.all())
    for session in sessions:
        session.widen()
    held = [session for session in sessions if not session.cancelled]
    event.first_start = min((session.start for session in held or sessions), default=None)
    event.last_end = max((session.end for session in sessions), default=None)
    place = None if event.point else gazetteer.find(event.locality)
    point = place.point if place else event.point
    event.longitude = point.longitude if point else None
    event.latitude = point.latitude if point else None
    describe(event)
    give_seats(event, sessions)


def describe(event: "EventPage") -> None:
    """Sets the columns that hold words of the vocabularies."""
    branches, skills = list(event.branches.all()), list(event.skills.all())
    event.branch_slugs = [branch.slug for branch in branches]
    event.skill_slugs = sorted(skill.slug for skill in skills)
    names = [name for word in (*branches, *skills) for name in word.names.values()]
    names += [skill.name for skill in skills]
    event.search_text = searchable(
        event.title, event.introduction, strip_tags(event.body), event.venue, event.locality, *names
    )


def searchable(*texts: str) -> str:
    """Every word without accents and case, each between spaces."""
    return " ".join(fold(word) for text in texts for word in text.split())
