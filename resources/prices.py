"""Observed prices: what may be shown and how ranges are drawn on one scale."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

MINIMUM_OBSERVATIONS = 5
"""Below it a range would tell one supplier's price to its competitors: competition authorities
take fewer than five sources as identifiable."""


class Unit(models.TextChoices):
    HOUR = "hour", _("an hour")
    DAY = "day", _("a day")
    PIECE = "piece", _("a piece")
    PROJECT = "project", _("a project")
    MONTH = "month", _("a month")
    YEAR = "year", _("a year")


@dataclass(frozen=True, slots=True)
class Bar:
    """A row and where its range lies on a scale of 0 to 100, ready for SVG attributes."""

    row: Any
    start: str
    width: str
    typical: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The rows of one unit, drawn between 0 and `top`."""

    unit: Unit
    top: int
    bars: list[Bar]


def scales(rows: Iterable[Any]) -> list[Scale]:
    """One scale per unit, in the units' order: an hour and a project do not compare."""
    by_unit: dict[str, list[Any]] = {}
    for row in rows:
        by_unit.setdefault(row.unit, []).append(row)
    return [_scale(unit, by_unit[unit]) for unit in Unit if unit in by_unit]


def _scale(unit: Unit, rows: list[Any]) -> Scale:
    top = round_up(max(row.high for row in rows))
    return Scale(unit, top, [_bar(row, top) for row in rows])


def _bar(row: Any, top: int) -> Bar:
    def at(price: Decimal) -> Decimal:
        return price * 100 / top

    # A single published figure is a range of no width: 1 keeps it visible.
    width = max(at(row.high - row.low), Decimal(1))
    start = min(at(row.low), 100 - width)
    return Bar(row, f"{start:.2f}", f"{width:.2f}", f"{at(row.typical):.2f}")


def round_up(price: Decimal) -> int:
    """The end of the scale: the next 1, 2, 2.5 or 5 times a power of ten, at least 1."""
    if price <= 1:
        return 1
    power = 10 ** int(math.log10(price))
    steps = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
    return next(math.ceil(step * power) for step in steps if step * power >= price)
