"""Income tax and municipal business tax: advances by quarter against a share of each month's
profit. Their scales are not in the register: whoever calculates says what share of the profit they
are, and what advances the tax office asked for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .figures import HUNDRED, Figures
from .money import ZERO, cents

ADVANCE_DAY = "tax-advance-day"
QUARTER = 3


@dataclass(frozen=True, slots=True)
class Tax:
    name: str
    first_month: str
    """The figure that says in which month of the year the first advance is due."""
    percent: Decimal | None = None
    """Of the profit; None where it was not said, and then no final bill can be told."""
    advance: Decimal | None = None
    """Of one quarter."""

    def final(self, profit: Decimal) -> Decimal:
        """On the profit of any number of months; a loss owes nothing."""
        if self.percent is None:
            return ZERO
        return cents(max(profit, ZERO) * self.percent / HUNDRED)

    def advance_days(self, year: int, figures: Figures) -> Iterator[dt.date]:
        day = figures.whole(ADVANCE_DAY)
        for month in range(figures.whole(self.first_month), 13, QUARTER):
            yield dt.date(year, month, day)


def income_tax(percent: Decimal | None = None, advance: Decimal | None = None) -> Tax:
    return Tax("income-tax", "income-tax-advance-month", percent, advance)


def municipal_tax(percent: Decimal | None = None, advance: Decimal | None = None) -> Tax:
    return Tax("municipal-tax", "municipal-tax-advance-month", percent, advance)
