"""One page of the agenda: the events asked for, what was asked, and where else it can be had."""

import datetime as dt
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count, Window
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from directory.models import Branch

from .cards import Card, by_day, cards
from .choices import EventType, Format
from .dates import DAY, local_day, parse_moment
from .query import EventQuery
from .querysets import EventQuerySet

PER_PAGE = 20
MAX_PAGE = 1_000


class AgendaList:
    """Asks the database for the list and its sessions: two queries, whatever the number."""

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
        self.query = EventQuery.read(params, branches=self.branches, known=("page",))
        self.page_number = _page_number(params.get("page", ""))
        self.address, self.language, self.now = address, language, now
        self._events = events

    def events(self) -> EventQuerySet:
        return self.query.of(self._events.in_language(self.language), now=self.now)

    @cached_property
    def cards(self) -> list[Card]:
        first = (self.page_number - 1) * PER_PAGE
        found = self.events().for_cards().annotate(total=Window(Count("pk")))
        return cards(
            found[first : first + PER_PAGE], language=self.language, branches=self.branches
        )

    @cached_property
    def count(self) -> int:
        if self.cards:
            return self.cards[0].event.total
        return self.events().count() if self.page_number > 1 else 0

    @property
    def days(self) -> list[tuple[dt.date, list[Card]]]:
        return by_day(self.cards, local_day(self.query.start or self.now))

    @property
    def previous_page(self) -> str:
        return self.link(page=self.page_number - 1) if self.page_number > 1 else ""

    @property
    def next_page(self) -> str:
        more = self.count > self.page_number * PER_PAGE
        return self.link(page=self.page_number + 1) if more else ""

    @property
    def type_choices(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in EventType.choices]

    @property
    def format_choices(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in Format.choices]

    @property
    def dates_given(self) -> dict[str, str]:
        return {name: value for name, value in self.query.given if name in ("from", "to")}

    @property
    def past(self) -> bool:
        return self.query.is_past(self.now)

    @property
    def past_link(self) -> str:
        yesterday = local_day(self.now) - DAY
        return f"{self.address}?to={yesterday.isoformat()}"

    @property
    def calendar(self) -> str:
        return _with_query(f"{self.address}calendar.ics", self.query.encoded())

    @property
    def webcal(self) -> str:
        return f"webcal://{urlsplit(settings.BASE_URL).netloc}{self.calendar}"

    @property
    def feed(self) -> str:
        return _with_query(f"{self.address}feed.xml", self.query.encoded())

    @property
    def chips(self) -> list[dict[str, str]]:
        """Each active filter with the address that is without it."""
        return [
            {
                "label": self._label(name, value),
                "url": _with_query(self.address, self.query.without(name, value)),
            }
            for name, value in self.query.given
            if name != "radius"
        ]

    def link(self, *, page: int = 1) -> str:
        query = self.query.encoded()
        if page > 1:
            query = f"{query}&page={page}".lstrip("&")
        return _with_query(self.address, query)

    def _label(self, name: str, value: str) -> str:
        match name:
            case "branch":
                return self.branches[value].name_in(self.language)
            case "type":
                return str(EventType(value).label)
            case "format":
                return str(Format(value).label)
            case "near" if self.query.near:
                return _("%(radius)g km around %(place)s") % {
                    "radius": self.query.radius,
                    "place": self.query.near.text,
                }
            case "from":
                return _("from %(date)s") % {"date": _in_words(value)}
            case "to":
                return _("until %(date)s") % {"date": _in_words(value)}
        return _("“%(words)s”") % {"words": value}


def _page_number(text: str) -> int:
    """Anything that is no page is the first."""
    return min(int(text), MAX_PAGE) if _is_number(text) else 1


def _in_words(text: str) -> str:
    """The day of an ISO 8601 date, which the query has understood, as people here write it."""
    return date_format(local_day(parse_moment(text)))


def _with_query(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7 and int(text) > 0
