"""What the self-employed pay to social security, month by month.

Bases and rates: Chronicle.lu 2026, Cleiss 2024, FEDIL 2020, CCSS, as the register names them.
Health, pension and accident are counted on an income between the minimum and the maximum base,
dependency on all of it after an allowance. A side activity's base is not raised to the minimum:
the main occupation reaches it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .figures import Figures
from .money import ZERO, cents

MINIMUM = "contribution-base-minimum"
MAXIMUM = "contribution-base-maximum"
PENSION = "pension-rate"
HEALTH = "health-rate"
DEPENDENCY = "dependency-rate"
ALLOWANCE_DIVISOR = "dependency-allowance-divisor"
ACCIDENT = "accident-rate"
SIDE_DIVISOR = "side-activity-divisor"
EXEMPT_UP_TO = "exemption-income"
PAYMENT_DAYS = "contribution-payment-days"
NAMES = (
    *(MINIMUM, MAXIMUM, PENSION, HEALTH, DEPENDENCY, ALLOWANCE_DIVISOR, ACCIDENT),
    *(SIDE_DIVISOR, EXEMPT_UP_TO),
)


@dataclass(frozen=True, slots=True)
class Insured:
    is_side: bool = False
    accident_factor: Decimal = Decimal(1)
    """The bonus-malus of the accident insurance."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month's contributions, each rounded to the cent."""

    base: Decimal
    pension: Decimal
    health: Decimal
    dependency: Decimal
    accident: Decimal

    @property
    def total(self) -> Decimal:
        return self.pension + self.health + self.dependency + self.accident


def of_month(income: Decimal, insured: Insured, figures: Figures) -> Month:
    """What is owed for a month of that income."""
    least = ZERO if insured.is_side else figures[MINIMUM]
    counted = max(income, least)
    base = cents(min(counted, figures[MAXIMUM]))
    allowance = figures[MINIMUM] / figures[ALLOWANCE_DIVISOR]
    accident = figures.share(ACCIDENT) * insured.accident_factor
    return Month(
        base=base,
        pension=cents(base * figures.share(PENSION)),
        health=cents(base * figures.share(HEALTH)),
        dependency=cents(max(counted - allowance, ZERO) * figures.share(DEPENDENCY)),
        accident=cents(base * accident),
    )


def provisional(insured: Insured, figures: Figures, declared: Decimal | None = None) -> Month:
    """What is asked for before the assessment: on the income that was declared, else on the
    minimum wage, a third of it for a side activity."""
    income = figures[MINIMUM]
    if insured.is_side:
        income = income / figures[SIDE_DIVISOR]
    return of_month(cents(income) if declared is None else declared, insured, figures)


def is_exempt(income_of_year: Decimal, figures: Figures) -> bool:
    """No affiliation: the limit is a year's, also where the activity began within it."""
    return income_of_year <= figures[EXEMPT_UP_TO]


def of_months(income: Decimal, insured: Insured, months: Sequence[Figures]) -> Decimal:
    """What is owed for months that brought `income` together, the same part of it each."""
    each = average(income, len(months))
    return sum((of_month(each, insured, figures).total for figures in months), ZERO)


def average(income: Decimal, months: int) -> Decimal:
    return cents(income / months)
