"""The agenda's list: every event once, at its next session."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import get_language_info, gettext, ngettext, pgettext

from .choices import EventType, Format, PublicState, State
from .dates import local, until_in_words
from .in_lists import ListedEvent, ShownSession, with_seats_of_sessions
from .states import Standing, called_off

if TYPE_CHECKING:
    from directory.models import Branch

    from .models import EventPage, EventSession


class Tag(NamedTuple):
    """A branch: the class that gives it its colour, and what readers call it."""

    css_class: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Card:
    event: "ListedEvent | EventPage"
    session: "ShownSession | EventSession"
    more: int
    """How many sessions come after the one shown."""
    branches: list[Tag]
    standing: Standing
    foreign: str = ""
    """The language it is in, where that is not the reader's."""

    @property
    def css_class(self) -> str:
        """The colour."""
        return self.branches[0].css_class if self.branches else ""

    @property
    def is_off(self) -> bool:
        return self.standing.mark == PublicState.CANCELLED

    # As text, because a template takes as long to write a date as all the rest of a card.
    @property
    def moment(self) -> str:
        """In ISO 8601."""
        return local(self.session.start).isoformat()

    @property
    def begins(self) -> str:
        """Empty where it is all day."""
        return "" if self.session.all_day else f"{local(self.session.start):%H:%M}"

    @property
    def ends(self) -> str:
        """Empty where that is on another day, or where nothing is said."""
        session = self.session
        says_end = session.one_day and session.end > session.start
        return f"{local(session.end):%H:%M}" if says_end else ""

    @property
    def until(self) -> str:
        """The last day, where it is another one than the first."""
        return "" if self.session.one_day else until_in_words(self.session.last_day)

    @property
    def facts(self) -> list[str]:
        """What it is, where, and at what price, each in a word or two."""
        event, more = self.event, self.more
        facts = [
            str(EventType(event.event_type).label),
            gettext("Online") if event.format == Format.ONLINE else event.locality,
            gettext("also online") if event.format == Format.HYBRID else "",
            pgettext("price", "free") if event.free else "",
        ]
        if more:
            said = ngettext("and %(more)s more date", "and %(more)s more dates", more)
            facts.append(said % {"more": more})
        if self.foreign:
            name = get_language_info(self.foreign)["name_translated"]
            facts.append(gettext("only in %(name)s") % {"name": name})
        return [fact for fact in facts if fact]

    @property
    def at(self) -> str:
        """Longitude and latitude as scripts read them."""
        return f"{self.event.longitude:.6f},{self.event.latitude:.6f}"

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
    events: Iterable[ListedEvent], *, language: str, branches: Mapping[str, "Branch"]
) -> list[Card]:
    """Of each with the session that stands for it; one query where people register for one session
    of some."""
    tags = tags_of(branches)
    return [
        card_of(
            event,
            event.shown,
            language,
            tags,
            more=event.shown.more,
            standing=_standing(event),
        )
        for event in with_seats_of_sessions(events)
    ]


def _standing(event: ListedEvent) -> Standing:
    """Of the date that is shown."""
    if event.shown.state == State.CANCELLED:
        return called_off()
    if event.per_session and event.is_called_off:
        # One that took place, before those that do not.
        return Standing("", "")
    return event.standing


def tags_of(branches: Mapping[str, "Branch"]) -> dict[str, Tag]:
    return {
        slug: Tag(f"branch-{branch.position}", str(branch), branch.position)
        for slug, branch in branches.items()
    }


def card_of(
    event: "ListedEvent | EventPage",
    session: "ShownSession | EventSession",
    language: str,
    tags: Mapping[str, Tag],
    *,
    more: int = 0,
    standing: Standing | None = None,
) -> Card:
    """`language` is the reader's; `standing` that of the event, unless it is told."""
    own = event.language
    shown = [tags[slug] for slug in event.branch_slugs if slug in tags]
    foreign = "" if own == language else own
    return Card(event, session, more, shown, standing or event.standing, foreign)


def by_day(cards: Iterable[Card], since: dt.date) -> list[tuple[dt.date, list[Card]]]:
    """What is under way since before the first day asked for stands under that day."""

    def day(card: Card) -> dt.date:
        first, last = card.session.first_day, card.session.last_day
        return since if first < since <= last else first

    return [(one, list(group)) for one, group in groupby(cards, key=day)]
