"""Money and months as a calculation's tables say them."""

from decimal import Decimal

from django import template
from django.utils.dates import MONTHS
from django.utils.formats import number_format

register = template.Library()


@register.filter
def euros(amount: Decimal) -> str:
    """With its sign as a sign, and a space that does not break."""
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}{number_format(abs(amount), 2, force_grouping=True)}\u00a0€"


@register.filter
def without_sign(amount: Decimal) -> Decimal:
    return abs(amount)


@register.filter
def month_name(month: int) -> str:
    return str(MONTHS[month])
