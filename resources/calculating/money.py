"""Money is rounded to the cent, half a cent up, each amount that somebody pays by itself."""

from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

ZERO = Decimal(0)
CENT = Decimal("0.01")


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def at_least(amount: Decimal) -> Decimal:
    """The cents that suffice for the amount."""
    return amount.quantize(CENT, rounding=ROUND_UP)
