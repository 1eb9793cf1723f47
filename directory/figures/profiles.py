"""Profiles by what they say of themselves: three queries, of the branches and of what is public."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from django.db.models import Count, Q

from ..models.choices import Kind
from ..models.listing import ListingTerm, ProfileListing
from ..vocabulary import branch_slugs
from .counting import Counts, Row, key_of_month, months_until, most_first
from .tables import SIZES

FACETS = ("branch", "kind", "canton", "language", "skill")
MOST_SKILLS = 20
RECENT = dt.timedelta(days=182)
LEAST_CLAIMS = 5
"""Recent ones, of a skill that counts as rising: below it a friend or two make a trend."""
Claims = dict[str, tuple[int, int]]
"""Of each skill: recent ones, those before."""


def count_profiles(today: dt.date) -> Counts:
    numbers, claims = _terms(today)
    for facet, slugs in (("branch", branch_slugs()), ("kind", Kind.values)):
        numbers[facet] = {**dict.fromkeys(slugs, 0), **numbers[facet]}
    counts = {facet: most_first(numbers[facet].items()) for facet in FACETS}
    counts["skill"] = counts["skill"][:MOST_SKILLS]
    return counts | {"rising": rising(claims)} | _sizes_and_months(today)


def rising(claims: Claims) -> list[Row]:
    """Skills with a larger share of the recent claims than of those before, the steepest first.

    By share, because a directory that grows has more of everything.
    """
    recently = sum(recent for recent, _before in claims.values())
    earlier = sum(before for _recent, before in claims.values())
    if not earlier:
        return []
    # A skill that is new counts as half a claim before: more claims of it are still a steeper rise.
    rates = {
        skill: (recent * earlier) / (max(before, 0.5) * recently)
        for skill, (recent, before) in claims.items()
        if recent >= LEAST_CLAIMS
    }
    up = [skill for skill, rate in rates.items() if rate > 1]
    up.sort(key=lambda skill: (-rates[skill], skill))
    return [Row(skill, *claims[skill]) for skill in up[:MOST_SKILLS]]


def size_of(people: int | None) -> str:
    if people is None:
        return "unknown"
    return next(
        (size for most, size in ((1, "alone"), (5, "2-5"), (10, "6-10")) if people <= most), "more"
    )


def _terms(today: dt.date) -> tuple[dict[str, dict[str, int]], Claims]:
    recent = Q(facet="skill", since__gt=today - RECENT)
    rows = ListingTerm.objects.filter(facet__in=FACETS).values_list("facet", "value").order_by()
    numbers: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    claims = {}
    for facet, value, number, new in rows.annotate(all=Count("pk"), new=Count("pk", filter=recent)):
        numbers[facet][value] = number
        if facet == "skill":
            claims[value] = (new, number - new)
    return numbers, claims


def _sizes_and_months(today: dt.date) -> Counts:
    """Both of one index. By day, because SQLite would call Python to find the month of each row."""
    rows = ProfileListing.objects.values_list("since", "people").order_by()
    sizes: Counter[str] = Counter()
    days: Counter[dt.date] = Counter()
    for since, people, number in rows.annotate(number=Count("*")):
        sizes[size_of(people)] += number
        days[since] += number
    return {"size": [Row(size, sizes[size]) for size in SIZES], "month": _months(today, days)}


def _months(today: dt.date, days: Mapping[dt.date, int]) -> list[Row]:
    """New profiles of each month, and how many there were at its end."""
    months = list(months_until(today))
    new: Counter[str] = Counter()
    for day, number in days.items():
        new[key_of_month(day)] += number
    total = sum(number for day, number in days.items() if day < months[0])
    counted = []
    for key in map(key_of_month, months):
        total += new[key]
        counted.append(Row(key, new[key], total))
    return counted
