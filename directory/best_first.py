"""The first of very many matches, read by PostgreSQL without sorting them all.

As `ordering` has them: first by what they are given, then where they stand in today's ring. One
index after the other tells who is given so many points, and of these only so many are read as are
needed, beginning with a narrow part of the ring. What is not needed is never read.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby, product
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from .models.listing import ProfileListing
from .ordering import Row, today_begins_at
from .projection import TURNS
from .ranking import TEXT, rules
from .search import Part
from .vectors import OwnWords, has, without_index

FEW = 500
"""Matches that are sorted as fast as not."""
MOST_PARTS = 2
NARROW, WIDE = TURNS // 512, TURNS // 16
ROWS = """WITH found (pk, turn, words) AS NOT MATERIALIZED ({found}),
looked_at (pk, turn, words) AS NOT MATERIALIZED ({looked_at}), {steps}, first AS (
    SELECT pk, row_number() OVER () AS place FROM ({union}) AS every LIMIT %s
)
SELECT summaries -> %s, updated_at, longitude, latitude
FROM first JOIN directory_profilelisting ON page_id = pk WHERE place > %s ORDER BY place"""
STEP = """{name} AS (
    SELECT pk FROM {source} WHERE ({given}) AND ({window}) AND {others}
    ORDER BY CASE WHEN turn >= {end} THEN 2 WHEN turn >= {begin} THEN 0 ELSE 1 END, turn, pk
    LIMIT {size}
)"""
Condition = tuple[str, list[str]]
"""A piece of SQL and its parameters."""


def is_faster(parts: tuple[Part, ...], count: int | None) -> bool:
    """Than sorting them: for few words on PostgreSQL, where very many are known to have them."""
    return connection.vendor == "postgresql" and 0 < len(parts) <= MOST_PARTS and (count or 0) > FEW


def best_first(
    found: QuerySet[ProfileListing],
    parts: tuple[Part, ...],
    language: str,
    offset: int,
    limit: int,
) -> list[Row]:
    """A slice of the rows that have been found by the parts, with the summary in the language."""
    base, values = found.values_list("pk", "turn", OwnWords()).query.sql_with_params()
    steps: dict[str, str] = {}
    every: list[Any] = [*values, *values]
    for name, step, asked in _steps(parts, offset + limit):
        steps[name] = step
        every += asked
    sql = ROWS.format(
        found=base,
        looked_at=without_index(base),
        steps=", ".join(steps.values()),
        union=_union(steps),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*every, offset + limit, language, offset])
        return [(json.loads(texts), *others) for texts, *others in cursor.fetchall()]


def _steps(parts: tuple[Part, ...], size: int) -> Iterator[tuple[str, str, list[str]]]:
    """Each without those of its part of the ring that were given more: there are so few of them,
    or this step is never read."""
    begin = today_begins_at()
    for level, (given, asked) in enumerate(_levels(parts)):
        for number, window in enumerate(_windows(begin)):
            better = _union(f"s{above}_{number}" for above in range(level))
            name = f"s{level}_{number}"
            step = STEP.format(
                name=name,
                source="looked_at" if asked else "found",
                given=given,
                window=window,
                others=f"pk NOT IN ({better})" if better else "true",
                end=TURNS,
                begin=begin,
                size=size,
            )
            yield name, step, asked


def _levels(parts: tuple[Part, ...]) -> Iterator[Condition]:
    """Who is given so many points or more, the most first; in the end everybody."""
    each = product(*(list(_given(part)) for part in parts))
    sums = sorted(each, key=lambda given: -sum(points for points, _condition in given))
    for _points, same in groupby(sums, key=lambda given: sum(points for points, _ in given)):
        ways = [[condition for _, condition in given] for given in same]
        sql = " OR ".join(f"({' AND '.join(one for one, _ in way)})" for way in ways)
        yield sql, [text for way in ways for _, asked in way for text in asked]


def _given(part: Part) -> Iterator[tuple[int, Condition]]:
    for points, same in groupby(rules(part), key=lambda rule: rule.points):
        ways = [has(rule.zone, rule.ways) for rule in same]
        yield points, (f"({' OR '.join(sql for sql, _ in ways)})", [asked for _, asked in ways])
    yield TEXT, ("true", [])


def _windows(begin: int) -> Iterator[str]:
    """The ring from where it begins today: a narrow part, a wide one, and the rest with whoever
    stands behind it."""
    yield _between(begin, begin + NARROW)
    yield _between(begin + NARROW, begin + WIDE)
    last = begin + WIDE
    if last < TURNS:
        yield f"turn < {begin} OR turn >= {last}"
    else:
        yield f"turn >= {last - TURNS} AND turn < {begin} OR turn >= {TURNS}"


def _between(start: int, stop: int) -> str:
    if start >= TURNS:
        return f"turn >= {start - TURNS} AND turn < {stop - TURNS}"
    if stop <= TURNS:
        return f"turn >= {start} AND turn < {stop}"
    return f"turn >= {start} AND turn < {TURNS} OR turn < {stop - TURNS}"


def _union(names: Iterable[str]) -> str:
    return " UNION ALL ".join(f"SELECT pk FROM {name}" for name in names)  # noqa: S608 - our own
