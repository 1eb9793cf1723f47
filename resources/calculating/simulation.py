"""A year of a self-employed activity: what is paid when, under the rules of today and in real time.

Today: contributions on a provisional base, statement by statement; tax advances by quarter; VAT
with its returns; the rest after the assessment. In real time: at the end of each month exactly what
the months so far owe, less what they have paid, so that nothing is left to correct.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

from . import contributions, taxes, vat
from .contributions import Insured
from .days import end_of
from .figures import Figures
from .money import ZERO
from .taxes import Tax
from .vat import Choice as VatChoice

CONTRIBUTIONS = "contributions"
VAT = "vat"


@dataclass(frozen=True, slots=True)
class Situation:
    year: int
    incomes: Sequence[Decimal]
    """Without VAT, of the twelve months; those before the start count for nothing."""
    costs: Decimal = ZERO
    """Of each month of the activity, without VAT."""
    first_month: int = 1
    starts: bool = False
    """Whether the activity begins with that month, rather than having begun before the year."""
    insured: Insured = field(default_factory=Insured)
    declared: Decimal | None = None
    """The monthly income that social security was told to count with."""
    taxes: Sequence[Tax] = field(
        default_factory=lambda: (taxes.income_tax(), taxes.municipal_tax())
    )
    vat: VatChoice = field(default_factory=VatChoice)
    assessed_on: dt.date | None = None

    @property
    def months(self) -> range:
        return range(self.first_month, 13)

    @property
    def turnovers(self) -> list[Decimal]:
        return [self.incomes[month - 1] for month in self.months]

    @property
    def profits(self) -> list[Decimal]:
        return [turnover - self.costs for turnover in self.turnovers]


@dataclass(frozen=True, slots=True)
class Payment:
    kind: str
    day: dt.date
    amount: Decimal
    place: int
    """Which one of its kind in the year, from 1."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the assessment leaves of one kind; below zero it is given back."""

    kind: str
    owed: Decimal
    paid: Decimal

    @property
    def difference(self) -> Decimal:
        return self.owed - self.paid


@dataclass(frozen=True, slots=True)
class Simulation:
    situation: Situation
    turnover: Decimal
    profit: Decimal
    is_exempt: bool
    franchise: vat.Franchise
    taxed_from: int | None
    """The month of the year from which VAT is charged."""
    rhythm: vat.Rhythm | None
    """None as long as no VAT is charged."""
    today: list[Payment]
    real_time: list[Payment]
    corrections: list[Correction]

    @property
    def correction(self) -> Decimal:
        return sum((one.difference for one in self.corrections), ZERO)


def simulate(situation: Situation, months: Sequence[Figures]) -> Simulation:
    """`months` has the figures of each month of the activity, from the first one on; what holds for
    the whole year is read from its first. Raises MissingFigure."""
    of_year = months[0]
    turnover, profit = sum(situation.turnovers, ZERO), sum(situation.profits, ZERO)
    exempt = contributions.is_exempt(profit, of_year)
    first = vat.taxed_from(situation.turnovers, situation.vat, of_year)
    rhythm = None if first is None else vat.rhythm_of(turnover, of_year)
    paid = [] if exempt else _provisional(situation, months)
    advances = _advances(situation, of_year)
    charged = _vat(situation, of_year, first)
    return Simulation(
        situation=situation,
        turnover=turnover,
        profit=profit,
        is_exempt=exempt,
        franchise=vat.franchise_of(turnover, situation.vat, of_year),
        taxed_from=None if first is None else situation.first_month + first,
        rhythm=rhythm,
        today=_by_day([*paid, *advances, *_returned(situation, charged, first, of_year)]),
        real_time=_by_day(
            [
                *([] if exempt else _contributions_in_real_time(situation, months)),
                *_taxes_in_real_time(situation),
                *_at_month_ends(situation, VAT, charged),
            ]
        ),
        corrections=_corrections(situation, profit, months, paid, advances, exempt),
    )


def _provisional(situation: Situation, months: Sequence[Figures]) -> list[Payment]:
    """A statement comes at the end of each month and is paid so many days later."""
    return [
        Payment(
            CONTRIBUTIONS,
            end_of(situation.year, month)
            + dt.timedelta(days=figures.whole(contributions.PAYMENT_DAYS)),
            contributions.provisional(situation.insured, figures, situation.declared).total,
            month,
        )
        for month, figures in zip(situation.months, months, strict=True)
    ]


def _advances(situation: Situation, figures: Figures) -> list[Payment]:
    start = dt.date(situation.year, situation.first_month, 1)
    return [
        Payment(tax.name, day, tax.advance, place)
        for tax in situation.taxes
        if tax.advance
        for place, day in enumerate(tax.advance_days(situation.year, figures), 1)
        if day >= start
    ]


def _vat(situation: Situation, figures: Figures, first: int | None) -> list[Decimal]:
    return [
        ZERO if first is None or place < first else vat.owed(turnover, situation.vat, figures)
        for place, turnover in enumerate(situation.turnovers)
    ]


def _returned(
    situation: Situation, charged: Sequence[Decimal], first: int | None, figures: Figures
) -> list[Payment]:
    """The VAT of all months that one return declares, paid together."""
    if first is None:
        return []
    rhythm = vat.rhythm_of(sum(situation.turnovers, ZERO), figures)
    sums: dict[dt.date, Decimal] = {}
    for month, amount in list(zip(situation.months, charged, strict=True))[first:]:
        day = vat.due_on(rhythm, situation.year, month, figures)
        sums[day] = sums.get(day, ZERO) + amount
    return [Payment(VAT, day, amount, place) for place, (day, amount) in enumerate(sums.items(), 1)]


def _contributions_in_real_time(situation: Situation, months: Sequence[Figures]) -> list[Payment]:
    so_far = [
        contributions.of_months(income, situation.insured, months[:number])
        for number, income in enumerate(accumulate(situation.profits), 1)
    ]
    return _at_month_ends(situation, CONTRIBUTIONS, _steps(so_far))


def _taxes_in_real_time(situation: Situation) -> list[Payment]:
    return [
        payment
        for tax in situation.taxes
        for payment in _at_month_ends(
            situation, tax.name, _steps([tax.final(one) for one in accumulate(situation.profits)])
        )
    ]


def _steps(sums: Sequence[Decimal]) -> list[Decimal]:
    return [later - before for before, later in zip([ZERO, *sums], sums, strict=False)]


def _at_month_ends(situation: Situation, kind: str, amounts: Iterable[Decimal]) -> list[Payment]:
    return [
        Payment(kind, end_of(situation.year, month), amount, month)
        for month, amount in zip(situation.months, amounts, strict=True)
        if amount
    ]


def _corrections(
    situation: Situation,
    profit: Decimal,
    months: Sequence[Figures],
    paid: Sequence[Payment],
    advances: Sequence[Payment],
    exempt: bool,
) -> list[Correction]:
    owed = ZERO if exempt else contributions.of_months(profit, situation.insured, months)
    found = [Correction(CONTRIBUTIONS, owed, _sum(paid, CONTRIBUTIONS))]
    found += [
        Correction(tax.name, tax.final(profit), _sum(advances, tax.name))
        for tax in situation.taxes
        if tax.percent is not None
    ]
    return found


def _sum(payments: Iterable[Payment], kind: str) -> Decimal:
    return sum((one.amount for one in payments if one.kind == kind), ZERO)


def _by_day(payments: Iterable[Payment]) -> list[Payment]:
    return sorted(payments, key=lambda one: (one.day, one.kind))
