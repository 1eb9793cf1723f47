"""What the directory's page shows for a query: list, filters, ways out of an empty result."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, IntegerField, Value
from django.utils.translation import gettext as _

from .addresses import profile_url
from .downloads import MOST as MOST_DOWNLOADED
from .facets import FACETS, counts_of, label_of, labelled, total
from .filters import SORTS, ProfileFilterForm
from .finder import Finder
from .query import FILTERS, PAGE_SIZE, REPEATABLE, ProfileQuery
from .result_map import ResultMap
from .search import corrections

LIST = "/api/v1/directory/profiles/"
MOST_SKILLS = 16


@dataclass(frozen=True, slots=True)
class Chip:
    """An active filter and the address without it."""

    name: str
    value: str
    label: str
    url: str


class Browse(Finder):
    """Answers the page's questions once each; three queries at most for any number of profiles."""

    form = ProfileFilterForm
    most_downloaded = MOST_DOWNLOADED

    def __init__(self, query: ProfileQuery, language: str):
        self.query = query
        self.language = language

    @cached_property
    def count(self) -> int:
        return total(counts_of(self.query), self.query)

    @cached_property
    def page_obj(self) -> Page:
        """Of the numbers of profiles; too high a page is the last one."""
        return Paginator(range(self.count), PAGE_SIZE).get_page(self.query.page)

    @cached_property
    def profiles(self) -> list[dict[str, Any]]:
        if not self.count:
            return []
        offset = (self.page_obj.number - 1) * PAGE_SIZE
        found = self.query.results(self.language, offset=offset, count=self.count)
        return [{**one, "url": profile_url(one["slug"], self.language)} for one in found]

    @cached_property
    def facets(self) -> dict[str, list[dict[str, Any]]]:
        """Each value with its name, its number, and whether it is chosen."""
        every = labelled(counts_of(self.query), self.query, self.language)
        return {
            facet: [{**one, "active": self._is_chosen(facet, one["slug"])} for one in values]
            for facet, values in every.items()
        }

    @property
    def skills(self) -> list[dict[str, Any]]:
        """The most frequent ones, and those chosen, with the address that asks for one more."""
        shown = [one for one in self.facets["skill"] if one["count"]][:MOST_SKILLS]
        chosen = [one for one in self.facets["skill"] if one["active"] and one not in shown]
        return [
            {**one, "url": self.query.having("skill", one["slug"]).url()}
            for one in (*shown, *chosen)
        ]

    @cached_property
    def chips(self) -> list[Chip]:
        return list(self._chips())

    @cached_property
    def corrections(self) -> list[tuple[str, str]]:
        """(asked, meant) of each word that was taken for another one."""
        return corrections(self.query.words) if self.query.q else []

    @cached_property
    def relaxations(self) -> list[tuple[Chip, int]]:
        """For an empty result: which filter to drop and how many that would give. One query."""
        if self.count or not self.chips:
            return []
        parts = [
            self.query.without(chip.name, chip.value)
            .matches()
            .order_by()
            .values_list(Value(number, output_field=IntegerField()))
            .annotate(number=Count("pk"))
            for number, chip in enumerate(self.chips)
        ]
        numbers = dict(parts[0].union(*parts[1:], all=True))
        gains = [(chip, numbers.get(at, 0)) for at, chip in enumerate(self.chips)]
        return sorted((one for one in gains if one[1]), key=lambda one: -one[1])

    @property
    def order_explained(self) -> str:
        return {
            "relevance": _(
                "Sorted by relevance: what stands in the name or the skills counts most, then "
                "headline and branch, then credits and place, then the text. Equal matches rotate "
                "daily so that nobody is always last; no place can be bought."
            )
            if self.query.q
            else _(
                "In an order that rotates daily, so that everybody comes first some time and "
                "nobody is always last; no place can be bought."
            ),
            "distance": _("The nearest first."),
            "recent": _("The most recently updated first."),
            "name": _("By name."),
        }[self.query.order]

    @property
    def sorts(self) -> list[dict[str, Any]]:
        order = self.query.order
        return [
            {"name": one, "label": label, "url": self.query.url(sort=one), "active": one == order}
            for one, label in SORTS
            if one != "distance" or self.query.near
        ]

    @property
    def encoded(self) -> str:
        """The query without its "?", for paging."""
        return self.query.url()[1:]

    @property
    def is_narrowed(self) -> bool:
        """By something that only the filters below the search fields show."""
        return any(getattr(self.query, name) for name in FACETS)

    @property
    def map(self) -> ResultMap:
        return ResultMap(self.query, self.language, self.profiles)

    @property
    def api_url(self) -> str:
        return f"{LIST}{self.query.url()}".rstrip("?")

    def _is_chosen(self, facet: str, value: str) -> bool:
        chosen = getattr(self.query, facet)
        return value in chosen if facet in REPEATABLE else value == chosen

    def _chips(self):
        for name in FILTERS:
            value = getattr(self.query, name)
            if not value or name == "radius":
                continue
            values = value if name in REPEATABLE else ("",)
            for one in values:
                label = _label(self.query, self.language, name, one or value)
                yield Chip(name, one, label, self.query.url_without(name, one))


def _label(query: ProfileQuery, language: str, name: str, value: Any) -> str:
    if name == "q":
        return _("“%(words)s”") % {"words": value}
    if name == "near":
        return _("%(km)s km around %(place)s") % {"km": f"{query.radius:g}", "place": value[0]}
    if name == "bbox":
        return _("This part of the map")
    return label_of(name, value, language)
