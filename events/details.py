"""What an event's own page says beyond its fields."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from cluster.geo import gazetteer
from directory.models import Branch
from directory.models.profile import SPOKEN_LANGUAGES

from .choices import Format, RegistrationMode, Role

if TYPE_CHECKING:
    from .models import EventPage
    from .programme_shown import ShownProgramme

ATTENDANCE = {
    Format.ON_SITE: "OfflineEventAttendanceMode",
    Format.ONLINE: "OnlineEventAttendanceMode",
    Format.HYBRID: "MixedEventAttendanceMode",
}
SAFE_IN_A_SCRIPT = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})
STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}


@dataclass(frozen=True, slots=True)
class Person:
    """`slug` is that of the public profile, or empty."""

    name: str
    role: Role
    slug: str


class EventDetails:
    """Of an event with what `for_details` fetches; asks the database nothing more."""

    def __init__(self, event: "EventPage", programme: "ShownProgramme | None" = None):
        self.event, self.programme = event, programme

    @cached_property
    def people(self) -> list[Person]:
        """Those with a name or a public profile; nothing of a profile that is not public."""
        found = []
        for person in self.event.people.all():
            listing = getattr(person.profile, "listing", None)
            name = listing.name if listing else person.name
            if name:
                slug = listing.slug if listing else ""
                found.append(Person(name, Role(person.role), slug))
        return found

    @cached_property
    def branches(self) -> list[Branch]:
        return list(self.event.branches.all())

    @property
    def languages(self) -> list[str]:
        names = dict(SPOKEN_LANGUAGES)
        return [str(names[code]) for code in self.event.languages if code in names]

    @property
    def approximate(self) -> bool:
        """Whether the point is the locality's centre rather than the place itself."""
        place = gazetteer.find(self.event.locality)
        return place is not None and self.event.point == place.point

    @property
    def online_url(self) -> str:
        """Empty where only those who registered get it."""
        return "" if self.event.registration == RegistrationMode.HERE else self.event.online_url

    @property
    def webcal(self) -> str:
        return f"webcal://{urlsplit(settings.BASE_URL).netloc}{self.event.link}event.ics"

    @property
    def structured(self) -> SafeString:
        """JSON-LD, escaped as Django's `json_script` does."""
        text = json.dumps(self.as_schema_org(), ensure_ascii=False)
        return mark_safe(text.translate(SAFE_IN_A_SCRIPT))  # noqa: S308

    def as_schema_org(self) -> dict[str, Any]:
        event = self.event
        data = {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": event.title,
            "description": event.introduction,
            "url": f"{settings.BASE_URL}{event.link}",
            "image": self._picture(),
            "inLanguage": event.locale.language_code,
            "startDate": event.first_start.isoformat() if event.first_start else None,
            "endDate": event.last_end.isoformat() if event.last_end else None,
            "eventStatus": f"https://schema.org/{STATUS.get(event.state, 'EventScheduled')}",
            "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[Format(event.format)]}",
            "isAccessibleForFree": event.free,
            "location": self._location(),
            "organizer": self._named(Role.ORGANISER, "Organization"),
            "performer": self._named(Role.SPEAKER, "Person"),
            "contributor": self._named(Role.PARTNER, "Organization"),
            "maximumAttendeeCapacity": event.capacity,
            "remainingAttendeeCapacity": event.seats_left,
            **(self.programme.as_schema_org() if self.programme else {}),
        }
        return {name: value for name, value in data.items() if value not in (None, "", [])}

    def _picture(self) -> str:
        event = self.event
        picture = event.share_image or (event.pk and event.share_card.picture(event.pk))
        return f"{settings.BASE_URL}{picture['url']}" if picture else ""

    def _named(self, role: Role, kind: str) -> list[dict[str, str]]:
        return [{"@type": kind, "name": one.name} for one in self.people if one.role == role]

    def _location(self) -> list[dict[str, Any]]:
        event, found = self.event, []
        if event.format != Format.ONLINE and (event.venue or event.locality):
            place: dict[str, Any] = {
                "@type": "Place",
                "name": event.venue or event.locality,
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": event.address,
                    "addressLocality": event.locality,
                },
            }
            if event.latitude is not None:
                place["geo"] = {
                    "@type": "GeoCoordinates",
                    "latitude": event.latitude,
                    "longitude": event.longitude,
                }
            found.append(place)
        if event.format != Format.ON_SITE:
            url = self.online_url or f"{settings.BASE_URL}{event.link}"
            found.append({"@type": "VirtualLocation", "url": url})
        return found
