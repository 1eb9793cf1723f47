"""Pay and place of an opportunity in words."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .choices import Pay, PayUnit, Workplace

Details = dict[str, Any]


def pay_in_words(details: Details) -> str:
    if details["pay"] == Pay.UNPAID:
        return pgettext("pay", "Unpaid")
    low, high = details["pay_min"], details["pay_max"]
    if low is None and high is None:
        return _("Paid, amount to be agreed")
    return f"{_range(low, high)} {PayUnit(details['pay_unit']).label}"


def place_in_words(details: Details) -> str:
    remote = str(Workplace.REMOTE.label)
    if details["workplace"] == Workplace.REMOTE:
        return f"{remote} ({details['locality']})" if details["locality"] else remote
    if details["workplace"] == Workplace.HYBRID:
        return _("%(place)s, partly remote") % {"place": details["locality"]}
    return details["locality"]


def _range(low: int | None, high: int | None) -> str:
    if low is None:
        return _("up to %(amount)s") % {"amount": _euros(high or 0)}
    if high is None:
        return _("from %(amount)s") % {"amount": _euros(low)}
    if low == high:
        return _euros(low)
    return f"{number_format(low, force_grouping=True)}–{_euros(high)}"


def _euros(amount: int) -> str:
    return f"{number_format(amount, force_grouping=True)} €"
