"""The one way to filter the directory: the page, the API, the feed and the map all ask here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from cluster.geo.boxes import Box, format_box, plain
from cluster.geo.points import Point

from . import ordering
from .best_first import best_first, is_faster
from .filters import DEFAULT_RADIUS, UNKNOWN, ProfileFilterForm
from .found_keys import number_of
from .models.listing import ListingTerm, ProfileListing
from .search import Part, matching, matching_apart, understand
from .vocabulary import now_called

FILTERS = (
    *("q", "branch", "skill", "kind", "language", "availability"),
    *("locality", "canton", "near", "radius", "bbox"),
)
REPEATABLE = {"branch", "skill"}
OTHERS = {"sort", "page", "lang"}
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Ignored:
    """A parameter the query does without, and why."""

    name: str
    value: str
    reason: str


@dataclass(frozen=True)
class ProfileQuery:
    """Validated and immutable; `of` makes it from parameters and never raises."""

    q: str = ""
    branch: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    kind: str = ""
    language: str = ""
    availability: str = ""
    locality: str = ""
    canton: str = ""
    near: tuple[str, Point] | None = None
    radius: float = DEFAULT_RADIUS
    bbox: Box | None = None
    sort: str = ""
    page: int = 1
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def of(cls, parameters: QueryDict, *, also: frozenset[str] = frozenset()) -> "ProfileQuery":
        """`also` names parameters that are somebody else's."""
        form = ProfileFilterForm(parameters)
        form.is_valid()
        values = {name: value for name, value in form.cleaned_data.items() if value}
        known = OTHERS.union(FILTERS, also)
        ignored = [
            Ignored(name, parameters.get(name, ""), reasons[0])
            for name, reasons in form.errors.items()
        ]
        ignored += [
            Ignored(name, parameters.get(name, ""), str(UNKNOWN))
            for name in parameters
            if name not in known
        ]
        ignored += _take_out_unknown(values)
        return cls(**values, ignored=tuple(ignored))

    # What matches --------------------------------------------------------------------------------

    @cached_property
    def words(self) -> tuple[Part, ...]:
        """What the search words were taken for. One query."""
        return understand(self.q)

    @property
    def is_filtered(self) -> bool:
        return any(getattr(self, name) for name in FILTERS if name != "radius")

    def matches(self) -> QuerySet[ProfileListing]:
        """Every listing that fits, in no order."""
        return self._narrowed(matching(self.words) if self.q else ProfileListing.objects.all())

    def matches_apart(self) -> list[QuerySet[ProfileListing]]:
        """The same in parts, each of which is found fast by itself."""
        parts = matching_apart(self.words) if self.q else [ProfileListing.objects.all()]
        return [self._narrowed(part) for part in parts]

    def _narrowed(self, found: QuerySet[ProfileListing]) -> QuerySet[ProfileListing]:
        if self.branch:
            found = found.filter(_with("branch", *self.branch))
        for slug in self.skill:
            found = found.filter(_with("skill", slug))
        if self.language:
            found = found.filter(_with("language", self.language))
        for name in ("kind", "availability", "locality", "canton"):
            if value := getattr(self, name):
                found = found.filter(**{name: value})
        if self.near:
            found = ordering.within(found, self.near[1], self.radius)
        if self.bbox:
            found = ordering.inside(found, self.bbox)
        return found

    def count(self) -> int:
        return number_of(self.matches_apart())

    # In which order ------------------------------------------------------------------------------

    @property
    def order(self) -> str:
        if self.sort:
            return self.sort
        return "distance" if self.near and not self.q else "relevance"

    def results(
        self, language: str, *, offset: int = 0, limit: int = PAGE_SIZE, count: int | None = None
    ) -> list[dict[str, Any]]:
        """Summaries in a language; with `count` known, a page that begins the ring again costs
        two queries, else three."""
        origin = self.near[1] if self.near else None
        rows = _rows(self, language, offset, limit, count)
        return [ordering.summary(row, origin) for row in rows]

    # As an address -------------------------------------------------------------------------------

    def url(self, **changes: Any) -> str:
        """`?…` of this query with some values changed; "?" alone where nothing is left."""
        changed = self._changed(changes) if changes else self
        return "?" + urlencode(list(parameters(changed)))

    def without(self, name: str, value: str = "") -> "ProfileQuery":
        """This query without a filter, or without one value of it; on its first page."""
        if name in REPEATABLE and value:
            left: Any = tuple(one for one in getattr(self, name) if one != value)
        else:
            left = ProfileQuery.__dataclass_fields__[name].default
        changes = {name: left, "page": 1, "ignored": ()}
        if name == "near":
            sort = "" if self.sort == "distance" else self.sort
            changes |= {"radius": DEFAULT_RADIUS, "sort": sort}
        return self._changed(changes)

    def having(self, facet: str, value: str) -> "ProfileQuery":
        """This query narrowed to a value of a facet: one more skill, else this value instead."""
        chosen: Any = value
        if facet == "skill":
            chosen = (*self.without("skill", value).skill, value)
        elif facet == "branch":
            chosen = (value,)
        return self._changed({facet: chosen, "page": 1, "ignored": ()})

    def sorted_by(self, order: str) -> "ProfileQuery":
        return self._changed({"sort": order})

    def url_without(self, name: str, value: str = "") -> str:
        return self.without(name, value).url()

    def _changed(self, changes: dict[str, Any]) -> "ProfileQuery":
        changed = replace(self, **changes)
        if changed.q == self.q and "words" in self.__dict__:
            # What the words mean was found out already, which costs a query.
            changed.__dict__["words"] = self.words
        return changed


def parameters(query: ProfileQuery) -> Iterator[tuple[str, str]]:
    """The filters and the sorting in a fixed order; not the page."""
    for name in (*FILTERS, "sort"):
        value = getattr(query, name)
        if not value or (name == "radius" and not query.near):
            continue
        if name in REPEATABLE:
            yield from ((name, slug) for slug in value)
        elif name == "near":
            yield name, value[0]
        elif name == "bbox":
            yield name, format_box(value)
        elif name == "radius":
            yield name, plain(value)
        else:
            yield name, value


def _rows(
    query: ProfileQuery, language: str, offset: int, limit: int, count: int | None
) -> list[ordering.Row]:
    columns = ("summaries__" + language, "updated_at", "longitude", "latitude")
    if query.order == "relevance":
        if not query.q:
            return ordering.ring(query.matches(), columns, offset, limit, count)
        if is_faster(query.words, count):
            return best_first(query.matches(), query.words, language, offset, limit)
    by = (query.order, query.near[1] if query.near else None, query.words if query.q else ())
    return ordering.a_slice(query.matches(), columns, offset, limit, by)


def _take_out_unknown(values: dict[str, Any]) -> Iterator[Ignored]:
    """Keeps of the branches and skills in `values` those there are; yields the others."""
    for name in REPEATABLE & set(values):
        there = now_called(name, values[name])
        for slug in values[name]:
            if slug not in there:
                yield Ignored(name, slug, str(UNKNOWN))
        values[name] = tuple(dict.fromkeys(there.values()))


def _with(facet: str, *values: str) -> Q:
    terms = ListingTerm.objects.filter(facet=facet, value__in=values)
    return Q(pk__in=terms.values("listing"))
