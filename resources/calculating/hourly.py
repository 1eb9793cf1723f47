"""What an hour has to cost so that its income can be lived on."""

from dataclasses import dataclass
from decimal import Decimal

from . import contributions
from .contributions import Insured
from .figures import HUNDRED, Figures
from .money import CENT, ZERO, at_least, cents

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Need:
    wanted: Decimal
    """What is left to live on, of a year."""
    costs: Decimal
    """Of a year, without VAT."""
    days: int
    """That are sold in a year."""
    hours: Decimal
    """That are sold on such a day."""
    insured: Insured
    tax_percent: Decimal = ZERO
    """Income tax as a share of the profit."""


@dataclass(frozen=True, slots=True)
class Price:
    profit: Decimal
    contributions: Decimal
    tax: Decimal
    turnover: Decimal
    is_exempt: bool
    per_day: Decimal
    per_hour: Decimal
    """Rounded up to the cent, so that it suffices."""


def price_of(need: Need, figures: Figures) -> Price:
    profit = _profit(need, figures)
    exempt = contributions.is_exempt(profit, figures)
    owed, tax = _owed(profit, need, figures), _tax(profit, need)
    turnover = profit + need.costs
    return Price(
        profit=profit,
        contributions=owed,
        tax=tax,
        turnover=turnover,
        is_exempt=exempt,
        per_day=at_least(turnover / need.days),
        per_hour=at_least(turnover / (need.days * need.hours)),
    )


def _profit(need: Need, figures: Figures) -> Decimal:
    """The least that leaves what is wanted. Up to the exemption nothing but tax is taken off; from
    there on what is left grows with the profit, so that halving finds it to the cent."""
    free = figures[contributions.EXEMPT_UP_TO]
    without = at_least(need.wanted / (1 - need.tax_percent / HUNDRED))
    if without <= free:
        return without
    low, high = free, need.wanted + CENT
    while _left(high, need, figures) < need.wanted:
        high *= 2
    while high - low > CENT:
        middle = cents((low + high) / 2)
        if middle in (low, high):
            break
        low, high = (low, middle) if _left(middle, need, figures) >= need.wanted else (middle, high)
    return high


def _left(profit: Decimal, need: Need, figures: Figures) -> Decimal:
    return profit - _owed(profit, need, figures) - _tax(profit, need)


def _owed(profit: Decimal, need: Need, figures: Figures) -> Decimal:
    if contributions.is_exempt(profit, figures):
        return ZERO
    return contributions.of_months(profit, need.insured, [figures] * MONTHS)


def _tax(profit: Decimal, need: Need) -> Decimal:
    return cents(profit * need.tax_percent / HUNDRED)
