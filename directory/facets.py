"""How many profiles each filter would give."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import Count, QuerySet

from .freshness import version
from .models.choices import CHOICES
from .models.listing import ListingTerm
from .query import ProfileQuery
from .vocabulary import name_in, names_of

FACETS = ("branch", "skill", "kind", "language", "availability", "canton")
MOST_VALUES = 40
KEPT_SECONDS = 60
Counts = dict[str, dict[str, int]]


def counts_of(query: ProfileQuery) -> Counts:
    """For each facet, the matches of the query with each value instead of the one chosen; for
    skills, of which all are asked for, with one more. One query, kept until a listing changes."""
    key = f"directory.counts.{version()}.{hash_of(query)}"
    counts = cache.get(key)
    if counts is None:
        counts = {facet: {} for facet in FACETS}
        parts = _parts(query)
        for facet, value, number in parts[0].union(*parts[1:], all=True):
            counts[facet][value] = number
        cache.set(key, counts, KEPT_SECONDS)
    return counts


def count_of(query: ProfileQuery) -> int:
    """The number of matches, kept until a listing changes."""
    key = f"directory.count.{version()}.{hash_of(query)}"
    return cache.get_or_set(key, query.count, KEPT_SECONDS) or 0


def total(counts: Counts, query: ProfileQuery) -> int:
    """The number of matches: everybody is of exactly one kind."""
    return counts["kind"].get(query.kind, 0) if query.kind else sum(counts["kind"].values())


def labelled(counts: Counts, query: ProfileQuery, language: str) -> dict[str, list[dict[str, Any]]]:
    """The most frequent values of each facet with their names, chosen ones included."""
    return {
        facet: _named(facet, counts[facet], _chosen(query, facet), language) for facet in FACETS
    }


def label_of(
    facet: str, value: str, language: str, *, choices: Mapping[str, Mapping[str, Any]] = CHOICES
) -> str:
    if facet in choices:
        return str(choices[facet].get(value, value))
    if facet in ("branch", "skill"):
        names = names_of(facet, [value])
        return name_in(names[value], language) if value in names else value
    return value


def hash_of(query: ProfileQuery) -> str:
    return sha256(query.url(sort="").encode()).hexdigest()


def _parts(query: ProfileQuery) -> list[QuerySet]:
    """One count for all facets without a choice, one for each that has one."""
    every = ListingTerm.objects.all()
    alone = [facet for facet in FACETS if facet != "skill" and getattr(query, facet)]
    # Comparing each term with all facets would take a quarter of the time.
    together = every.exclude(facet__in=alone) if alone else every
    return [
        _counted(together, query),
        *(_counted(every.filter(facet=facet), query.without(facet)) for facet in alone),
    ]


def _counted(terms: QuerySet, query: ProfileQuery) -> QuerySet:
    if query.is_filtered:
        terms = terms.filter(listing__in=query.matches().values("pk"))
    return terms.values_list("facet", "value").annotate(number=Count("*")).order_by()


def _chosen(query: ProfileQuery, facet: str) -> tuple[str, ...]:
    value = getattr(query, facet)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _named(facet: str, counts: dict[str, int], chosen: tuple[str, ...], language: str):
    frequent = sorted(counts, key=lambda value: (-counts[value], value))[:MOST_VALUES]
    frequent += [value for value in chosen if value not in frequent]
    names = names_of(facet, frequent) if facet in ("branch", "skill") else {}
    return [
        {
            "slug": value,
            "name": name_in(names[value], language)
            if value in names
            else str(CHOICES.get(facet, {}).get(value, value)),
            "count": counts.get(value, 0),
        }
        for value in frequent
    ]
