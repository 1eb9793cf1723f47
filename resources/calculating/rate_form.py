"""What the rate calculator is told."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .fields import NumberField, WholeField
from .forms import EarningForm
from .hourly import MONTHS, Need
from .money import ZERO


class RateForm(EarningForm):
    wanted = NumberField(
        label=_("What you want left to live on in a month (€)"),
        help_text=_("After contributions and income tax, over twelve months."),
    )
    costs = NumberField(
        label=_("Costs of a year (€, without VAT)"),
        required=False,
        help_text=_("Rent, equipment, software, insurance, travel, training, bookkeeping."),
    )
    days = WholeField(
        label=_("Days sold in a year"),
        low=1,
        high=366,
        help_text=_(
            "Days that clients pay: not holidays, sickness, offers, bookkeeping, looking for work."
        ),
    )
    hours = NumberField(label=_("Hours sold on such a day"), low="0.25", high=24)
    field_order = ("wanted", "costs", "days", "hours")

    @property
    def need(self) -> Need:
        known: dict[str, Any] = self.cleaned_data
        return Need(
            wanted=known["wanted"] * MONTHS,
            costs=known["costs"] or ZERO,
            days=known["days"],
            hours=known["hours"],
            insured=self.insured(),
            tax_percent=known["tax_percent"] or ZERO,
        )
