"""VAT: whether it is charged, when it is declared, when it is paid.

Franchise: AED, https://pfi.public.lu/fr/professionnel/tva/sme.html. Rhythm of the returns:
Guichet.lu, calendrier fiscal.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

from .days import DAY, month_after
from .figures import Figures
from .money import ZERO, cents

FRANCHISE_UP_TO = "vat-franchise-ceiling"
TOLERATED_UP_TO = "vat-franchise-tolerance"
YEARLY_BELOW = "vat-yearly-ceiling"
QUARTERLY_UP_TO = "vat-quarterly-ceiling"
RETURN_DAY = "vat-return-day"
YEARLY_MONTH = "vat-yearly-return-month"
RECAPITULATIVE_MONTH = "vat-recapitulative-return-month"
REPORT_MONTH = "vat-franchise-report-month"
REGISTRATION_DAYS = "vat-registration-days"
RATES = ("standard", "intermediate", "reduced", "super-reduced")
RATE_NAMES = {rate: f"vat-rate-{rate}" for rate in RATES}


class Franchise(StrEnum):
    NOT_CHOSEN = "not-chosen"
    KEPT = "kept"
    ENDS_WITH_YEAR = "ends-with-year"
    LEFT = "left"


class Rhythm(StrEnum):
    YEARLY = "yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Choice:
    franchise: bool = True
    rate: str = "standard"
    on_costs: Decimal = ZERO
    """VAT paid on purchases in a usual month, which is deducted once VAT is charged."""


def franchise_of(turnover: Decimal, choice: Choice, figures: Figures) -> Franchise:
    """Of a year's turnover without VAT."""
    if not choice.franchise:
        return Franchise.NOT_CHOSEN
    if turnover <= figures[FRANCHISE_UP_TO]:
        return Franchise.KEPT
    if turnover <= figures[TOLERATED_UP_TO]:
        return Franchise.ENDS_WITH_YEAR
    return Franchise.LEFT


def taxed_from(turnovers: Sequence[Decimal], choice: Choice, figures: Figures) -> int | None:
    """The place of the first month that VAT is charged in: where the franchise is left, the month
    that exceeds what is tolerated, as a whole."""
    if not choice.franchise:
        return 0
    limit = figures[TOLERATED_UP_TO]
    sums = accumulate(turnovers)
    return next((place for place, total in enumerate(sums) if total > limit), None)


def owed(turnover: Decimal, choice: Choice, figures: Figures) -> Decimal:
    """Of a month in which VAT is charged; below zero where it is given back."""
    return cents(turnover * figures.share(RATE_NAMES[choice.rate])) - choice.on_costs


def rhythm_of(turnover: Decimal, figures: Figures) -> Rhythm:
    if turnover < figures[YEARLY_BELOW]:
        return Rhythm.YEARLY
    return Rhythm.QUARTERLY if turnover <= figures[QUARTERLY_UP_TO] else Rhythm.MONTHLY


def due_on(rhythm: Rhythm, year: int, month: int, figures: Figures) -> dt.date:
    """When the VAT of a month is paid."""
    if rhythm == Rhythm.YEARLY:
        return before_month(year + 1, figures.whole(YEARLY_MONTH))
    last = month if rhythm == Rhythm.MONTHLY else (month - 1) // 3 * 3 + 3
    return dt.date(*month_after(year, last), figures.whole(RETURN_DAY))


def before_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, 1) - DAY
