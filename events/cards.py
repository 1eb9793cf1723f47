"""The agenda's list: every event once, at its next session."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils.translation import ngettext

from .choices import EventType
from .dates import local

if TYPE_CHECKING:
    from directory.models import Branch

    from .models import EventPage, EventSession, ListedSession


@dataclass(frozen=True, slots=True)
class Card:
    event: "EventPage"
    session: "EventSession | ListedSession"
    more: int
    """How many sessions come after the one shown."""
    branches: list["Branch"]
    foreign: bool
    """Whether it exists in another language than the reader's only."""

    # As text, because a template takes as long to write a date as all the rest of a card.
    @property
    def moment(self) -> str:
        """In ISO 8601."""
        return local(self.session.start).isoformat()

    @property
    def begins(self) -> str:
        return f"{local(self.session.start):%H:%M}"

    @property
    def ends(self) -> str:
        """Empty where that is on another day, or where nothing is said."""
        session = self.session
        says_end = session.one_day and session.end > session.start
        return f"{local(session.end):%H:%M}" if says_end else ""

    @property
    def more_dates(self) -> str:
        said = ngettext("and %(more)s more date", "and %(more)s more dates", self.more)
        return said % {"more": self.more}

    @property
    def kind(self) -> str:
        """As readers call it."""
        return str(EventType(self.event.event_type).label)

    @property
    def point(self) -> dict[str, Any]:
        """As the drawn map takes it."""
        return {
            "id": self.event.pk,
            "longitude": self.event.longitude,
            "latitude": self.event.latitude,
            "branch": self.branches[0].position if self.branches else 0,
        }


def cards(
    events: Iterable["EventPage"], *, language: str, branches: Mapping[str, "Branch"]
) -> list[Card]:
    return [_card(event, language, branches) for event in events]


def by_day(cards: Iterable[Card], since: dt.date) -> list[tuple[dt.date, list[Card]]]:
    """What is under way since before the first day asked for stands under that day."""

    def day(card: Card) -> dt.date:
        first, last = card.session.first_day, card.session.last_day
        return since if first < since <= last else first

    return [(one, list(group)) for one, group in groupby(cards, key=day)]


def _card(event: "EventPage", language: str, branches: Mapping[str, "Branch"]) -> Card:
    return Card(
        event=event,
        session=event.shown,
        more=event.shown.more,
        branches=[branches[slug] for slug in event.branch_slugs if slug in branches],
        foreign=event.locale.language_code != language,
    )
