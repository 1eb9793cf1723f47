"""What an event's own page says beyond its fields."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from cluster.geo import gazetteer
from directory.models import Branch
from directory.models.profile import SPOKEN_LANGUAGES
from directory.vocabulary import Names, name_in, names_of

from .choices import PublicState, RegistrationMode, Role
from .states import OPEN, Standing, called_off, left_in_words, state_of_session
from .structured import schema_org

if TYPE_CHECKING:
    from cluster.core.sections import Section

    from .models import EventPage, EventSession
    from .programme_shown import ShownProgramme

SAFE_IN_A_SCRIPT = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@dataclass(frozen=True, slots=True)
class Person:
    """`slug` is that of the public profile, or empty."""

    name: str
    role: Role
    slug: str


@dataclass(frozen=True, slots=True)
class ShownSession:
    """`left` is how many seats somebody who comes now can have, where each session has its own;
    `standing` says of one that is cancelled alone that it is."""

    session: "EventSession"
    left: int | None
    standing: Standing

    @property
    def left_in_words(self) -> str:
        return left_in_words(self.left)


class EventDetails:
    """Of an event with what `for_details` fetches; asks the database nothing more but, of one that
    has any, what its skills are called. `language` is the reader's."""

    def __init__(
        self,
        event: "EventPage",
        programme: "ShownProgramme | None" = None,
        *,
        directory: "Section | None" = None,
        language: str = settings.LANGUAGE_CODE,
    ):
        self.event, self.programme = event, programme
        self.directory, self.language = directory, language

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

    @property
    def sessions(self) -> list[ShownSession]:
        return [self._session(one) for one in self.event.sessions.all()]

    def _session(self, session: "EventSession") -> ShownSession:
        event = self.event
        left = event.left_of(session) if event.per_session else None
        state = state_of_session(event, session, timezone.now())
        counted = event.takes_registrations and state in OPEN
        standing = called_off() if session.cancelled else Standing("", "")
        return ShownSession(session, left if counted else None, standing)

    @cached_property
    def branches(self) -> list[Branch]:
        return list(self.event.branches.all())

    @cached_property
    def skills(self) -> dict[str, Names]:
        """By slug, those that exist. No query once their names are kept."""
        found = names_of("skill", self.event.skill_slugs)
        return {slug: found[slug] for slug in self.event.skill_slugs if slug in found}

    @property
    def skill_links(self) -> list[dict[str, str]]:
        """Each with the events that have it too."""
        agenda = self.event.sections_above[-1].url
        return [
            {"name": name_in(names, self.language), "url": f"{agenda}?{urlencode({'skill': slug})}"}
            for slug, names in self.skills.items()
        ]

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
        """Empty where only those who register get it, here or elsewhere, and where nobody takes
        part any more."""
        event = self.event
        if not event.online_url or event.registration != RegistrationMode.NONE:
            return ""
        gone = event.public_state in (PublicState.CANCELLED, PublicState.OVER)
        return "" if gone else event.online_url

    @property
    def webcal(self) -> str:
        return f"webcal://{urlsplit(settings.BASE_URL).netloc}{self.event.link}event.ics"

    @property
    def structured(self) -> SafeString:
        """JSON-LD, escaped as Django's `json_script` does."""
        text = json.dumps(schema_org(self), ensure_ascii=False)
        return mark_safe(text.translate(SAFE_IN_A_SCRIPT))  # noqa: S308
