"""How many open opportunities each filter would give."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Value

import directory.facets
from directory.vocabulary import name_in, names_of

from .filters import CHOICES
from .models.listing import OpportunityTerm
from .query import OpportunityQuery

FACETS = ("type", "branch", "skill", "workplace", "pay", "canton", "language")
MOST_VALUES = 20
Counts = dict[str, dict[str, int]]


def counts_of(query: OpportunityQuery, today: dt.date) -> Counts:
    """For each facet, the matches of the query with each value instead of those chosen; for
    skills, of which all are asked for, with one more. One query."""
    alone = [facet for facet in FACETS if facet != "skill" and getattr(query, facet)]
    together = [facet for facet in FACETS if facet not in alone]
    parts = [_counted(query, together, today)]
    parts += [_counted(query.without(facet), [facet], today) for facet in alone]
    counts: Counts = {facet: {} for facet in FACETS}
    for facet, value, number in parts[0].union(*parts[1:], all=True):
        counts[facet][value] = number
    return counts


def total(counts: Counts, query: OpportunityQuery) -> int:
    """The number of matches: each is of exactly one kind."""
    if query.type:
        return sum(counts["type"].get(one, 0) for one in query.type)
    return sum(counts["type"].values())


def relaxed(query: OpportunityQuery, given: Iterable[tuple[str, str]], today: dt.date) -> list[int]:
    """How many matches the query has without each of the (filter, value) pairs. One query."""
    parts = [
        query.without(name, value)
        .matches(today)
        .order_by()
        .values_list(Value(number, output_field=IntegerField()))
        .annotate(number=Count("pk"))
        for number, (name, value) in enumerate(given)
    ]
    found = dict(parts[0].union(*parts[1:], all=True))
    return [found.get(number, 0) for number in range(len(parts))]


def labelled(counts: Counts, query: OpportunityQuery, language: str) -> dict[str, list[dict]]:
    """The most frequent values of each facet with their names, chosen ones included."""
    return {facet: _named(facet, counts[facet], query, language) for facet in FACETS}


label_of = partial(directory.facets.label_of, choices=CHOICES)


def _counted(query: OpportunityQuery, facets: list[str], today: dt.date) -> QuerySet:
    terms = OpportunityTerm.objects.filter(
        facet__in=facets, listing__in=query.matches(today).values("pk")
    )
    return terms.values_list("facet", "value").annotate(number=Count("pk")).order_by()


def _named(facet: str, counts: dict[str, int], query: OpportunityQuery, language: str):
    value = getattr(query, facet)
    chosen = value if isinstance(value, tuple) else (value,) if value else ()
    frequent = sorted(counts, key=lambda one: (-counts[one], one))[:MOST_VALUES]
    frequent += [one for one in chosen if one not in frequent]
    names = names_of(facet, frequent) if facet in ("branch", "skill") else {}

    def option(slug: str) -> dict[str, Any]:
        fixed = str(CHOICES.get(facet, {}).get(slug, slug))
        name = name_in(names[slug], language) if slug in names else fixed
        count = counts.get(slug, 0)
        return {"slug": slug, "name": name, "count": count, "active": slug in chosen}

    options = [option(slug) for slug in frequent]
    if facet == "type":
        order = list(CHOICES["type"])
        options.sort(key=lambda one: order.index(one["slug"]))
    return options
