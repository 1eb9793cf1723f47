"""The one way to filter opportunities: the page, the API, the feed and the CSV all ask here."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict

from cluster.geo.points import Point
from directory import ordering
from directory.filters import DEFAULT_RADIUS, UNKNOWN
from directory.query import Ignored
from directory.vocabulary import now_called

from .choices import Kind
from .filters import OpportunityFilterForm
from .models.listing import OpportunityListing
from .querysets import ListingQuerySet

FILTERS = ("q", "type", "branch", "skill", "workplace", "pay", "canton", "language", "near")
REPEATABLE = frozenset({"type", "branch", "skill"})
ONE_TERM = ("workplace", "pay", "canton", "language")
OTHERS = frozenset({"radius", "sort", "page", "lang"})
PAGE_SIZE = 20


@dataclass(frozen=True)
class OpportunityQuery:
    """Validated and immutable; `of` makes it from parameters and never raises."""

    q: str = ""
    type: tuple[str, ...] = ()
    branch: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    workplace: str = ""
    pay: str = ""
    canton: str = ""
    language: str = ""
    near: tuple[str, Point] | None = None
    radius: float = DEFAULT_RADIUS
    sort: str = "recent"
    page: int = 1
    ignored: tuple[Ignored, ...] = ()

    @classmethod
    def of(cls, parameters: QueryDict, *, also: frozenset[str] = frozenset()) -> Self:
        """`also` names parameters that are somebody else's."""
        form = OpportunityFilterForm(parameters)
        form.is_valid()
        values = {name: value for name, value in form.cleaned_data.items() if value}
        ignored = [
            Ignored(name, parameters.get(name, ""), str(reasons[0]))
            for name, reasons in form.errors.items()
        ]
        ignored += [
            Ignored(name, parameters.get(name, ""), str(UNKNOWN))
            for name in parameters
            if name not in OTHERS.union(FILTERS, also)
        ]
        ignored += _take_out_unknown(values)
        return cls(**values, ignored=tuple(ignored))

    @property
    def is_filtered(self) -> bool:
        return any(getattr(self, name) for name in FILTERS)

    def matches(self, today: dt.date) -> ListingQuerySet:
        """Every open one that fits, in no order."""
        found = OpportunityListing.objects.open(today)
        for name in ("type", "branch"):
            if values := getattr(self, name):
                found = found.with_term(name, *values)
        for slug in self.skill:
            found = found.with_term("skill", slug)
        for name in ONE_TERM:
            if value := getattr(self, name):
                found = found.with_term(name, value)
        if self.near:
            found = ordering.within(found, self.near[1], self.radius)
        return found.saying(self.q) if self.q else found

    def results(self, today: dt.date) -> ListingQuerySet:
        order = ("deadline", "pk") if self.sort == "deadline" else ("-published_at", "-pk")
        return self.matches(today).order_by(*order)

    # As an address -------------------------------------------------------------------------------

    def parameters(self) -> Iterator[tuple[str, str]]:
        """The filters and the sorting in a fixed order; not the page."""
        for name in FILTERS:
            value = getattr(self, name)
            if name in REPEATABLE:
                yield from ((name, slug) for slug in value)
            elif name == "near" and value:
                yield from (("near", value[0]), ("radius", f"{self.radius:g}"))
            elif value:
                yield name, value
        if self.sort != "recent":
            yield "sort", self.sort

    def encoded(self) -> str:
        return urlencode(list(self.parameters()))

    def without(self, name: str, value: str = "") -> Self:
        """This query without a filter, or without one value of it; on its first page."""
        left: Any = self.__dataclass_fields__[name].default
        if name in REPEATABLE and value:
            left = tuple(one for one in getattr(self, name) if one != value)
        changes = {name: left, "page": 1, "ignored": ()}
        return replace(self, **changes | ({"radius": DEFAULT_RADIUS} if name == "near" else {}))

    def having(self, name: str, value: str) -> Self:
        """This query with one more value where there may be several, else with this one."""
        chosen: Any = value
        if name in REPEATABLE:
            chosen = (*self.without(name, value).__dict__[name], value)
        return replace(self, **{name: chosen}, page=1, ignored=())


def _take_out_unknown(values: dict[str, Any]) -> Iterator[Ignored]:
    """Keeps of the values those there are; yields the others."""
    for name in REPEATABLE & set(values):
        there = {one: one for one in Kind.values}
        if name != "type":
            there = now_called(name, values[name])
        for slug in values[name]:
            if slug not in there:
                yield Ignored(name, slug, str(UNKNOWN))
        values[name] = tuple(dict.fromkeys(there[one] for one in values[name] if one in there))
