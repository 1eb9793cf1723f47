"""The agenda's list: every event once, at its next session."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from directory.models import Branch

    from .models import EventPage, EventSession


@dataclass(frozen=True, slots=True)
class Card:
    event: "EventPage"
    session: "EventSession"
    more: int
    """How many sessions come after the one shown."""
    branches: list["Branch"]
    foreign: bool
    """Whether it exists in another language than the reader's only."""

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
    sessions = sorted(event.sessions.all(), key=lambda session: session.start)
    shown = next(one for one in sessions if one.start == event.shown_start)
    return Card(
        event=event,
        session=shown,
        more=len(sessions) - sessions.index(shown) - 1,
        branches=[branches[slug] for slug in event.branch_slugs if slug in branches],
        foreign=event.locale.language_code != language,
    )
