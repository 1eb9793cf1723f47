"""Where the marks of a chart stand; numbers as text, because a template would put commas in."""

from collections.abc import Sequence
from dataclasses import dataclass

STEP = 10
HEIGHT = 100
GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    x: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class Months:
    """Columns for one series and a line for another, on one scale from 0 to `top`."""

    columns: list[Column]
    line: str
    width: int
    top: int


def widths(numbers: Sequence[int | None]) -> list[str]:
    """Percent of the largest."""
    top = max((number or 0 for number in numbers), default=0)
    return [_text((number or 0) * 100 / (top or 1)) for number in numbers]


def months(numbers: Sequence[int | None], others: Sequence[int | None]) -> Months:
    top = max((number or 0 for number in (*numbers, *others)), default=0)
    heights = [(number or 0) * HEIGHT / (top or 1) for number in numbers]
    columns = [
        Column(_text(place * STEP + GAP / 2), _text(HEIGHT - height), _text(height))
        for place, height in enumerate(heights)
    ]
    line = " ".join(
        f"{_text(place * STEP + STEP / 2)},{_text(HEIGHT - (other or 0) * HEIGHT / (top or 1))}"
        for place, other in enumerate(others)
        if other is not None
    )
    return Months(columns, line, STEP * len(numbers), top)


def _text(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
