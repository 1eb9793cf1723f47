"""An event as schema.org describes one, for search engines."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

from directory.vocabulary import name_in

from .choices import Format, Role
from .dates import local
from .offers import offers_of

if TYPE_CHECKING:
    from .details import EventDetails, Person
    from .models import EventPage

ATTENDANCE = {
    Format.ON_SITE: "OfflineEventAttendanceMode",
    Format.ONLINE: "OnlineEventAttendanceMode",
    Format.HYBRID: "MixedEventAttendanceMode",
}
STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}


def schema_org(details: "EventDetails") -> dict[str, Any]:
    event = details.event
    start, end = moments(event)
    data = {
        "@context": "https://schema.org",
        # Only of this kind has schema.org a level.
        "@type": "EducationEvent" if event.level else "Event",
        "name": event.title,
        "description": event.introduction,
        "url": f"{settings.BASE_URL}{event.link}",
        "image": _picture(event),
        "inLanguage": event.locale.language_code,
        "startDate": start,
        "endDate": end,
        "eventStatus": f"https://schema.org/{STATUS.get(event.public_state, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[Format(event.format)]}",
        "isAccessibleForFree": event.free,
        "offers": offers_of(event),
        "location": _location(details),
        "organizer": _named(details, Role.ORGANISER, "Organization"),
        "performer": _named(details, Role.SPEAKER, "Person"),
        "contributor": _named(details, Role.PARTNER, "Organization"),
        "maximumAttendeeCapacity": event.all_seats,
        "remainingAttendeeCapacity": event.seats_left,
        **_subject(details),
        **(details.programme.as_schema_org() if details.programme else {}),
    }
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def moments(event: "EventPage") -> tuple[str, str]:
    """Beginning and end, with the hour's offset here; of whole days the days alone."""
    if not (event.first_start and event.last_end):
        return "", ""
    start, end = local(event.first_start), local(event.last_end)
    if all(session.all_day for session in event.sessions.all()):
        return start.date().isoformat(), end.date().isoformat()
    return start.isoformat(), end.isoformat()


def _subject(details: "EventDetails") -> dict[str, Any]:
    event = details.event
    language = event.locale.language_code
    skills = [name_in(names, language) for names in details.skills.values()]
    branches = [branch.name_in(language) for branch in details.branches]
    return {
        "about": [{"@type": "DefinedTerm", "name": name} for name in skills],
        "keywords": [*branches, *skills],
        "educationalLevel": event.level,
    }


def _picture(event: "EventPage") -> str:
    picture = event.share_image or (event.pk and event.share_card.picture(event.pk))
    return f"{settings.BASE_URL}{picture['url']}" if picture else ""


def _named(details: "EventDetails", role: Role, kind: str) -> list[dict[str, str]]:
    return [_who(details, one, kind) for one in details.people if one.role == role]


def _who(details: "EventDetails", person: "Person", kind: str) -> dict[str, str]:
    found = {"@type": kind, "name": person.name}
    if person.slug and details.directory:
        found["url"] = f"{settings.BASE_URL}{details.directory.url}{person.slug}/"
    return found


def _location(details: "EventDetails") -> list[dict[str, Any]]:
    event = details.event
    found = [_place(event)] if _has_place(event) else []
    if event.format != Format.ON_SITE:
        url = details.online_url or f"{settings.BASE_URL}{event.link}"
        found.append({"@type": "VirtualLocation", "url": url})
    return found


def _has_place(event: "EventPage") -> bool:
    named = event.venue or event.locality or event.address
    return event.format != Format.ONLINE and bool(named)


def _place(event: "EventPage") -> dict[str, Any]:
    parts = {"streetAddress": event.address, "addressLocality": event.locality}
    address = {name: value for name, value in parts.items() if value}
    place: dict[str, Any] = {
        "@type": "Place",
        "name": event.venue or event.locality or event.address,
        "address": {"@type": "PostalAddress", **address} if address else event.venue,
    }
    if event.latitude is not None:
        place["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": event.latitude,
            "longitude": event.longitude,
        }
    return place
