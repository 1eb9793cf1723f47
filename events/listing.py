"""One page of the agenda: the events asked for, what was asked, and where else it can be had."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import JsonResponse, QueryDict

from directory.models import Branch

from . import month as calendar
from . import places
from .cards import Card, by_day, cards
from .chips import AgendaChips
from .dates import local_day
from .facets import Facets
from .links import AgendaLinks
from .models.listed import ListedSession
from .programme import programmes_in
from .query import EventQuery
from .querysets import EventQuerySet
from .reading import Ignored
from .showing import NAMES, Showing
from .skills import skills_in

if TYPE_CHECKING:
    from .listed import ListedQuerySet

PER_PAGE = 20
MAX_PAGE = 1_000


class AgendaList:
    """Asks the database for numbers and for what it shows: three queries, however much that is."""

    def __init__(
        self,
        *,
        events: EventQuerySet,
        branches: list[Branch],
        params: QueryDict,
        address: str,
        language: str,
        now: dt.datetime,
    ):
        self.branches = {branch.slug: branch for branch in branches}
        parts = programmes_in(params, events, language)
        self.asked = EventQuery.read(
            params, branches=self.branches, skills=skills_in(params), programmes=parts, known=NAMES
        )
        self.showing = Showing.read(params)
        self.page_number = _page_number(params.get("page", ""))
        self.language, self.now = language, now
        self._events, self._listed = events, ListedSession.objects.in_language(language)
        self.links = AgendaLinks(
            address, asked=self.asked, query=self.query, showing=self.showing, language=language
        )

    @cached_property
    def query(self) -> EventQuery:
        """What is shown of what is asked: in the month view, one month."""
        return calendar.narrowed(self.asked, self.month) if self.is_month else self.asked

    @cached_property
    def facets(self) -> Facets:
        return Facets(self.query, self._listed, self.language, self.now)

    @cached_property
    def chips(self) -> AgendaChips:
        return AgendaChips(self.facets, self.links, self.branches)

    @property
    def count(self) -> int:
        return self.facets.total

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        return self.asked.ignored + self.showing.ignored

    @property
    def found(self) -> "ListedQuerySet":
        """What is asked for, in its order."""
        return self.query.of(self._listed, now=self.now)

    # As a list -----------------------------------------------------------------------------------

    @cached_property
    def cards(self) -> list[Card]:
        first = (self.page_number - 1) * PER_PAGE
        found = self.found[first : first + PER_PAGE].in_lists(self._events)
        return cards(found, language=self.language, branches=self.branches)

    @property
    def days(self) -> list[tuple[dt.date, list[Card]]]:
        since = self.query.since(self.now)
        return by_day(self.cards, local_day(since) if since else dt.date.min)

    @property
    def previous_page(self) -> str:
        return self._page(self.page_number - 1) if self.page_number > 1 else ""

    @property
    def next_page(self) -> str:
        return self._page(self.page_number + 1) if self._is_before_others else ""

    @property
    def past(self) -> bool:
        return self.asked.is_past(self.now)

    @property
    def past_link(self) -> str:
        return self.links.past(local_day(self.now))

    @property
    def canonical(self) -> str:
        """The one address among many that say the same."""
        return self._page(self.page_number)

    # As a month ----------------------------------------------------------------------------------

    @property
    def is_month(self) -> bool:
        return self.showing.view == "month"

    @property
    def is_map(self) -> bool:
        return self.showing.view == "map"

    @cached_property
    def month(self) -> dt.date:
        asked = self.showing.month or local_day(self.asked.start or self.now).replace(day=1)
        return calendar.within(self.asked, asked)

    @property
    def today(self) -> dt.date:
        return local_day(self.now)

    @cached_property
    def weeks(self) -> list[calendar.Week]:
        found = self.query.sessions(self._listed, now=self.now)
        url = self.links.to_day
        return calendar.weeks(self.month, found, self._events, self.branches, url=url)

    @property
    def weekdays(self) -> list[dt.date]:
        """Any Monday to Sunday, for their names."""
        return calendar.WEEKS.monthdatescalendar(self.month.year, self.month.month)[0]

    @property
    def months_beside(self) -> dict[str, dict[str, Any]]:
        beside = calendar.beside(self.asked, self.month)
        return {rel: self.links.month(month) for rel, month in beside.items()}

    @cached_property
    def nearest_month(self) -> dict[str, Any] | None:
        """Where this one has nothing: see `month.nearest`."""
        month = calendar.nearest(self.asked, self.month, self._listed)
        return self.links.month(month) | {"is_next": month > self.month} if month else None

    # On a map ------------------------------------------------------------------------------------

    @property
    def points(self) -> list[dict[str, Any]]:
        """Of the events listed, for the map that is drawn without scripts."""
        return [card.point for card in self.cards if card.event.is_on_the_map]

    def places(self, zoom: int) -> JsonResponse:
        return places.respond(
            self.query,
            self._listed,
            events=self._events,
            branches=self.branches,
            zoom=zoom,
            now=self.now,
        )

    @property
    def _is_before_others(self) -> bool:
        return self.count > self.page_number * PER_PAGE

    def _page(self, number: int) -> str:
        return self.links.to(list(self.asked.given), page=number)


def _page_number(text: str) -> int:
    """Anything that is no page is the first."""
    return min(int(text), MAX_PAGE) if _is_number(text) else 1


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7 and int(text) > 0
