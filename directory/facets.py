"""How many profiles each filter would give."""

from collections.abc import Mapping
from functools import reduce
from hashlib import sha256
from operator import and_
from typing import Any

from django.core.cache import cache
from pyroaring import BitMap

from .facet_index import FacetIndex, current
from .found_keys import keys_of
from .freshness import LISTINGS
from .models.choices import CHOICES
from .query import ProfileQuery
from .vocabulary import name_in, names_of

FACETS = ("branch", "skill", "kind", "language", "availability", "canton")
MOST_VALUES = 40
KEPT_SECONDS = 60
Counts = dict[str, dict[str, int]]


def counts_of(query: ProfileQuery) -> Counts:
    """For each facet, the matches of the query with each value instead of the one chosen; for
    skills, of which all are asked for, with one more. Kept until a listing changes."""
    key = f"directory.counts.{LISTINGS.read()}.{hash_of(query)}"
    counts = cache.get(key)
    if counts is None:
        counts = _counts(query)
        cache.set(key, counts, KEPT_SECONDS)
    return counts


def count_of(query: ProfileQuery) -> int:
    """The number of matches, kept until a listing changes."""
    key = f"directory.count.{LISTINGS.read()}.{hash_of(query)}"
    return cache.get_or_set(key, lambda: _count(query), KEPT_SECONDS) or 0


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


def _counts(query: ProfileQuery) -> Counts:
    """What is not a facet is asked of the database, once for all facets."""
    index = current()
    chosen = _having(query, index)
    found = _found(query, index)

    def matches(facet: str) -> BitMap:
        """Without what is chosen of the facet itself, unless all of it is asked for."""
        others = (some for of, some in chosen if of != facet or facet == "skill")
        return reduce(and_, others, found)

    return {facet: index.counts(facet, matches(facet)) for facet in FACETS}


def _count(query: ProfileQuery) -> int:
    if _but_facets(query).is_filtered:
        return query.count()
    index = current()
    chosen = (some for _facet, some in _having(query, index))
    return len(reduce(and_, chosen, _everybody(index)))


def _but_facets(query: ProfileQuery) -> ProfileQuery:
    if query.q:
        query.words  # noqa: B018 - found out once, the query without facets has them too
    return reduce(ProfileQuery.without, FACETS, query)


def _found(query: ProfileQuery, index: FacetIndex) -> BitMap:
    """Who has whatever else is asked for."""
    asked = _but_facets(query)
    return keys_of(asked.matches_apart()) if asked.is_filtered else _everybody(index)


def _everybody(index: FacetIndex) -> BitMap:
    return index.having("kind")


def _having(query: ProfileQuery, index: FacetIndex) -> list[tuple[str, BitMap]]:
    """Of each choice, who has it: every skill, any of the branches."""
    every = [
        (facet, index.having(facet, *chosen))
        for facet in FACETS
        if facet != "skill" and (chosen := _chosen(query, facet))
    ]
    return every + [("skill", index.having("skill", slug)) for slug in query.skill]


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
