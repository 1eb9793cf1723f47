"""The first of very many matches, read by PostgreSQL without sorting them all.

As `ordering` has them: first by what they are given, then where they stand in today's ring. One
index after the other tells who is given so many points, and of these only so many are read as are
needed, beginning with a narrow part of the ring. What is not needed is never read.
"""

import json
from collections.abc import Iterator
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from .models.listing import ProfileListing
from .ordering import Row, by_turn, today_begins_at
from .projection import TURNS
from .ranking import rules
from .search import Part
from .vectors import has

FEW = 500
"""Matches that are sorted as fast as not."""
NARROW, WIDE = TURNS // 512, TURNS // 16
ROWS = """WITH {steps}, first AS (
    SELECT pk, row_number() OVER () AS place FROM ({union}) AS every LIMIT %s
)
SELECT summaries -> %s, updated_at, longitude, latitude
FROM first JOIN directory_profilelisting ON page_id = pk WHERE place > %s ORDER BY place"""


def can_be_read(parts: tuple[Part, ...], count: int | None) -> bool:
    return connection.vendor == "postgresql" and len(parts) == 1 and (count or 0) > FEW


def best_first(
    found: QuerySet[ProfileListing], part: Part, language: str, offset: int, limit: int
) -> list[Row]:
    """A slice of the rows that have been found by the part, with the summary in the language."""
    size = offset + limit
    names: list[str] = []
    steps: list[str] = []
    values: list[Any] = []
    for name, step in _steps(found, part):
        sql, parameters = step.order_by(*by_turn()).values("pk")[:size].query.sql_with_params()
        names.append(name)
        steps.append(f"{name} (pk) AS ({sql})")
        values += parameters
    union = _union(names)
    with connection.cursor() as cursor:
        sql = ROWS.format(steps=", ".join(steps), union=union)
        cursor.execute(sql, [*values, size, language, offset])
        return [(json.loads(texts), *others) for texts, *others in cursor.fetchall()]


def _steps(
    found: QuerySet[ProfileListing], part: Part
) -> Iterator[tuple[str, QuerySet[ProfileListing]]]:
    """Each without those of its part of the ring that were given more: there are so few of them,
    or this step is never read."""
    for level, given in enumerate(_levels(part)):
        for number, window in enumerate(_windows(today_begins_at())):
            step = found.filter(given, window)
            if level:
                better = _union([f"s{above}_{number}" for above in range(level)])
                step = step.exclude(pk__in=RawSQL(better, []))  # noqa: S611 - names of our own
            yield f"s{level}_{number}", step


def _levels(part: Part) -> Iterator[Q]:
    """Who is given so many points or more, the most first; in the end everybody."""
    for _points, same in groupby(rules(part), key=lambda rule: rule.points):
        yield reduce(or_, (Q(has(rule.zone, rule.ways)) for rule in same))
    yield Q()


def _windows(begin: int) -> Iterator[Q]:
    """The ring from where it begins today: a narrow part, a wide one, and the rest with whoever
    stands behind it."""
    yield _between(begin, begin + NARROW)
    yield _between(begin + NARROW, begin + WIDE)
    last = begin + WIDE
    if last < TURNS:
        yield Q(turn__lt=begin) | Q(turn__gte=last)
    else:
        yield Q(turn__gte=last - TURNS, turn__lt=begin) | Q(turn__gte=TURNS)


def _between(start: int, stop: int) -> Q:
    if start >= TURNS:
        return Q(turn__gte=start - TURNS, turn__lt=stop - TURNS)
    if stop <= TURNS:
        return Q(turn__gte=start, turn__lt=stop)
    return Q(turn__gte=start, turn__lt=TURNS) | Q(turn__lt=stop - TURNS)


def _union(names: list[str]) -> str:
    return " UNION ALL ".join(f"SELECT pk FROM {name}" for name in names)  # noqa: S608 - our own
