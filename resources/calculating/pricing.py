"""A price of an hour as a page shows it."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from . import contributions, vat
from .figures import MissingFigure
from .hourly import Need, Price, price_of
from .rate_form import RateForm
from .reading import name_of, read

NAMES = (*contributions.NAMES, vat.FRANCHISE_UP_TO)


@dataclass(frozen=True, slots=True)
class Priced:
    need: Need
    price: Price
    exceeds_franchise: bool
    figures: list[Any]


def priced(form: RateForm) -> Priced | None:
    """By the figures of today; None, with a message, where they or the answers do not suffice."""
    if not form.is_valid():
        return None
    today = timezone.localdate()
    reading = read(NAMES, [today])
    figures = reading.on(today)
    try:
        price = price_of(form.need, figures)
        exceeds = price.turnover > figures[vat.FRANCHISE_UP_TO]
    except MissingFigure as gap:
        message = _("The register of figures has no “%(name)s” for today.")
        form.add_error("wanted", message % {"name": name_of(gap.name)})
        return None
    return Priced(form.need, price, exceeds, reading.shown)
