"""How well the search answers: searches with the profiles of the demo that should come first.

Judged among the demo's profiles alone, however many others there are.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

from django.http import QueryDict

from directory.demo.loading import profiles
from directory.query import ProfileQuery
from directory.ranking import score

FILE = Path(__file__).with_name("searches.csv")
LOOKED_AT = 3
"""A visitor's first glance; the row passes where it holds one of those that should come first."""


@dataclass(frozen=True, slots=True)
class Search:
    about: str
    asked: str
    expected: tuple[str, ...]

    @property
    def query(self) -> ProfileQuery:
        parts = (part.split("=", 1) for part in self.asked.split("&"))
        return ProfileQuery.of(
            QueryDict("&".join(f"{name}={quote_plus(value)}" for name, value in parts))
        )


@dataclass(frozen=True, slots=True)
class Judged:
    search: Search
    found: tuple[str, ...]

    @property
    def rank(self) -> int | None:
        """Of the first that should come first; from 1."""
        expected = self.search.expected
        return next((at for at, slug in enumerate(self.found, 1) if slug in expected), None)

    @property
    def reciprocal_rank(self) -> float:
        return 1 / self.rank if self.rank else 0.0

    @property
    def recall(self) -> float:
        """How many of those expected are among as many, and at least three, of the first."""
        expected = set(self.search.expected)
        return len(expected & set(self.found[: max(LOOKED_AT, len(expected))])) / len(expected)

    @property
    def passes(self) -> bool:
        return self.rank is not None and self.rank <= LOOKED_AT


def searches() -> Iterator[Search]:
    with FILE.open(newline="") as file:
        for row in csv.DictReader(file):
            yield Search(row["about"], row["asked"], tuple(row["expected"].split()))


def judge(search: Search, among: frozenset[str]) -> Judged:
    """On the worst of days: of equal matches, those that should come first come last."""
    given = {slug: number for slug, number in points(search).items() if slug in among}
    worst = sorted(given, key=lambda slug: (-given[slug], slug in search.expected, slug))
    return Judged(search, tuple(worst))


def points(search: Search) -> dict[str, int]:
    """Of each profile found."""
    query = search.query
    scored = query.matches().annotate(points=score(query.words))
    return dict(sorted(scored.values_list("slug", "points")))


def judge_all() -> list[Judged]:
    among = frozenset(record["slug"] for record in profiles())
    return [judge(search, among) for search in searches()]


def mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)
