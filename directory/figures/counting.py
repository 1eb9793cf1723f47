"""What every count of the sector's figures is made of."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

FEW = 5
"""Below it, a number of what people did in private is not said."""
MONTHS = 24


@dataclass(frozen=True, slots=True)
class Row:
    """`number` and each of `parts`, the table's further numbers, are None where that is less than
    FEW, or would tell such a one; `other` is the table's second number, if any."""

    key: str
    number: int | None
    other: int | None = None
    parts: tuple[int | None, ...] = ()


Counts = dict[str, list[Row]]
"""Rows by the slug of their table."""
Source = Callable[[dt.date], Counts]
sources: list[Source] = []
"""Each counts some of the tables as of a day; put here by the modules that know what to count."""


def most_first(numbers: Iterable[tuple[str, int]]) -> list[Row]:
    return [Row(*one) for one in sorted(numbers, key=lambda one: (-one[1], one[0]))]


def unless_few(number: int) -> int | None:
    return number if number >= FEW else None


def told_apart(*numbers: int) -> tuple[int | None, ...]:
    """Parts of a sum that is said: so many of them are not that, subtracted from it, the others
    tell of no fewer than FEW."""
    most_first = sorted(range(len(numbers)), key=lambda place: -numbers[place])
    hidden = {place for place in most_first if numbers[place] < FEW}
    while hidden and len(hidden) < len(numbers) and sum(numbers[one] for one in hidden) < FEW:
        hidden.add(next(place for place in reversed(most_first) if place not in hidden))
    return tuple(None if place in hidden else one for place, one in enumerate(numbers))


def months_until(today: dt.date) -> Iterator[dt.date]:
    """The first day of each of the last months, the one under way included, oldest first."""
    last = today.year * 12 + today.month - 1
    for number in range(last - MONTHS + 1, last + 1):
        yield dt.date(number // 12, number % 12 + 1, 1)


def key_of_month(day: dt.date) -> str:
    return f"{day:%Y-%m}"
