"""A simulated year as rows of a table and as columns of a drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .money import ZERO
from .simulation import CONTRIBUTIONS, VAT, Payment, Simulation

SLOT = 20
COLUMN = 8
GAP = 1
HIGH = Decimal(100)


@dataclass(frozen=True, slots=True)
class Paid:
    contributions: Decimal
    taxes: Decimal
    vat: Decimal

    @property
    def total(self) -> Decimal:
        return self.contributions + self.taxes + self.vat


@dataclass(frozen=True, slots=True)
class Row:
    month: int | None
    """None for what is paid after the year."""
    income: Decimal
    costs: Decimal
    today: Paid
    real_time: Paid


@dataclass(frozen=True, slots=True)
class Column:
    x: int
    y: str
    height: str
    is_real_time: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    top: Decimal
    bottom: Decimal
    zero: str
    columns: list[Column]


def rows(simulation: Simulation) -> list[Row]:
    """The months of the activity and, last, what comes after the year: the payments that fall
    there, and what the assessment leaves."""
    situation = simulation.situation
    months = [
        Row(
            month,
            situation.incomes[month - 1],
            situation.costs,
            _paid(_of(simulation.today, situation.year, month)),
            _paid(_of(simulation.real_time, situation.year, month)),
        )
        for month in situation.months
    ]
    late = [one for one in simulation.today if one.day.year > situation.year]
    by_kind = {one.kind: one.difference for one in simulation.corrections}
    after = _paid(late)
    contributions = by_kind.pop(CONTRIBUTIONS, ZERO)
    corrected = Paid(
        after.contributions + contributions,
        after.taxes + sum(by_kind.values(), ZERO),
        after.vat,
    )
    return [*months, Row(None, ZERO, ZERO, corrected, _paid([]))]


def total(of: Iterable[Paid]) -> Paid:
    listed = list(of)
    return Paid(
        sum((one.contributions for one in listed), ZERO),
        sum((one.taxes for one in listed), ZERO),
        sum((one.vat for one in listed), ZERO),
    )


def drawing(of: Sequence[Row]) -> Drawing:
    """Two columns a row, today's and real time's, on one scale that holds zero; ready for SVG."""
    totals = [(row.today.total, row.real_time.total) for row in of]
    top = max([Decimal(1), *(amount for pair in totals for amount in pair)])
    bottom = min([ZERO, *(amount for pair in totals for amount in pair)])
    span = top - bottom
    columns = [
        _column(place, number, amount, top, span)
        for place, pair in enumerate(totals)
        for number, amount in enumerate(pair)
    ]
    return Drawing(SLOT * len(totals), top, bottom, f"{top * HIGH / span:.2f}", columns)


def _column(place: int, number: int, amount: Decimal, top: Decimal, span: Decimal) -> Column:
    upper = top - max(amount, ZERO)
    return Column(
        x=place * SLOT + GAP + number * (COLUMN + GAP),
        y=f"{upper * HIGH / span:.2f}",
        height=f"{abs(amount) * HIGH / span:.2f}",
        is_real_time=number == 1,
    )


def _of(payments: Iterable[Payment], year: int, month: int) -> list[Payment]:
    return [one for one in payments if (one.day.year, one.day.month) == (year, month)]


def _paid(payments: Iterable[Payment]) -> Paid:
    listed = list(payments)
    contributions = sum((one.amount for one in listed if one.kind == CONTRIBUTIONS), ZERO)
    vat = sum((one.amount for one in listed if one.kind == VAT), ZERO)
    everything = sum((one.amount for one in listed), ZERO)
    return Paid(contributions, everything - contributions - vat, vat)
