"""What the page of opportunities shows for a query: list, filters, ways out of an empty result."""

import datetime as dt
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from directory.finder import Finder
from directory.models import Branch

from .addresses import API
from .cards import Card, cards
from .facets import counts_of, label_of, labelled, relaxed, total
from .filters import SORTS, OpportunityFilterForm
from .query import FILTERS, PAGE_SIZE, REPEATABLE, OpportunityQuery

MOST_SKILLS = 12
Chip = dict[str, Any]


class Browse(Finder):
    """Answers the page's questions once each; three queries for any number of opportunities, and
    names that are kept."""

    form = OpportunityFilterForm

    def __init__(self, query: OpportunityQuery, *, address: str, language: str, today: dt.date):
        self.query, self.address, self.language, self.today = query, address, language, today

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        return counts_of(self.query, self.today)

    @property
    def count(self) -> int:
        return total(self.counts, self.query)

    @cached_property
    def page_obj(self) -> Page:
        """Of the numbers of opportunities; too high a page is the last one."""
        return Paginator(range(self.count), PAGE_SIZE).get_page(self.query.page)

    @cached_property
    def branches(self) -> dict[str, Branch]:
        return {branch.slug: branch for branch in Branch.objects.all()}

    @cached_property
    def cards(self) -> list[Card]:
        if not self.count:
            return []
        first = (self.page_obj.number - 1) * PAGE_SIZE
        found = self.query.results(self.today)[first : first + PAGE_SIZE]
        return cards(found, language=self.language, branches=self.branches, today=self.today)

    @cached_property
    def facets(self) -> dict[str, list[Chip]]:
        return labelled(self.counts, self.query, self.language)

    @property
    def kinds(self) -> list[Chip]:
        """Each kind there is, as a chip that adds it or takes it away."""
        return [self._switch("type", one) for one in self.facets["type"]]

    @property
    def skills(self) -> list[Chip]:
        shown = [one for one in self.facets["skill"] if one["count"] or one["active"]]
        return [self._switch("skill", one) for one in shown[:MOST_SKILLS]]

    @cached_property
    def given(self) -> list[tuple[str, str]]:
        """(filter, value) of each active filter; no value where it has but one."""
        return [
            (name, one)
            for name in FILTERS
            if (value := getattr(self.query, name))
            for one in (value if name in REPEATABLE else ("",))
        ]

    @property
    def chips(self) -> list[Chip]:
        """Each active filter with the address that is without it."""
        return [
            {
                "label": _label(self.query, self.language, name, value),
                "url": self._url(self.query.without(name, value)),
            }
            for name, value in self.given
        ]

    @property
    def relaxations(self) -> list[Chip]:
        """For an empty result: which filter to drop and how many that would give. One query."""
        if self.count or not self.given:
            return []
        gains = zip(self.chips, relaxed(self.query, self.given, self.today), strict=True)
        found = [{**chip, "count": number} for chip, number in gains if number]
        return sorted(found, key=lambda one: -one["count"])

    @property
    def order_explained(self) -> str:
        if self.query.sort == "deadline":
            return _("Those that close first come first.")
        return _("The newest first; nobody can pay for a place.")

    @property
    def sorts(self) -> list[Chip]:
        return [
            {
                "label": label,
                "active": name == self.query.sort,
                "url": self._url(self.query, sort="" if name == "recent" else name),
            }
            for name, label in SORTS
        ]

    @property
    def is_narrowed(self) -> bool:
        """By something that only the filters below the search field show."""
        return any(name not in ("q", "type") for name, _value in self.given)

    @property
    def encoded(self) -> str:
        """The query without its "?", for paging."""
        return self.query.encoded()

    @property
    def feed(self) -> str:
        return self._below("feed.xml")

    @property
    def table(self) -> str:
        return self._below("opportunities.csv")

    @property
    def api(self) -> str:
        return f"{API}?{self.encoded}".rstrip("?")

    def _below(self, name: str) -> str:
        return f"{self.address}{name}?{self.encoded}".rstrip("?")

    def _switch(self, name: str, option: Chip) -> Chip:
        change = self.query.without if option["active"] else self.query.having
        url = self._url(change(name, option["slug"]))
        return {**option, "label": option["name"], "url": url}

    def _url(self, query: OpportunityQuery, **changes: str) -> str:
        pairs = [pair for pair in query.parameters() if pair[0] not in changes]
        pairs += [pair for pair in changes.items() if pair[1]]
        return f"{self.address}?{urlencode(pairs)}".rstrip("?")


def _label(query: OpportunityQuery, language: str, name: str, value: str) -> str:
    if name == "q":
        return _("“%(words)s”") % {"words": query.q}
    if name == "near" and query.near:
        where = {"km": f"{query.radius:g}", "place": query.near[0]}
        return _("%(km)s km around %(place)s") % where
    return label_of(name, value or getattr(query, name), language)
