"""What a simulation is told."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import taxes, vat
from .fields import DayField, NumberField, OneOfField, WholeField
from .figures import Figures
from .forms import MOST_PERCENT, EarningForm
from .money import ZERO
from .simulation import Situation

FACTORS = ("accident-factor-min", "accident-factor-max")
RATE_LABELS = [
    ("standard", _("standard rate")),
    ("intermediate", _("intermediate rate")),
    ("reduced", _("reduced rate")),
    ("super-reduced", _("super-reduced rate")),
]


Months = type(
    "Months",
    (EarningForm,),
    {f"m{key}": NumberField(label=name, required=False) for key, name in MONTHS.items()},
)
"""Those of the year that differ from the usual one."""


class SimulatorForm(Months):  # type: ignore[valid-type,misc]
    year = WholeField(label=_("Year"), low=2000, high=2100)
    start = OneOfField(
        label=_("The activity begins"),
        required=False,
        choices=[("", _("before this year")), *((str(key), name) for key, name in MONTHS.items())],
        help_text=_("On the first day of that month."),
    )
    income = NumberField(
        label=_("Income in a usual month (€, without VAT)"),
        help_text=_("What clients pay you, before any costs."),
    )
    costs = NumberField(
        label=_("Costs of a month (€, without VAT)"),
        required=False,
        help_text=_("What the activity costs you: rent, equipment, insurance."),
    )
    vat = OneOfField(
        label=_("VAT"),
        choices=[("franchise", _("franchise: I charge none")), ("charged", _("I charge VAT"))],
    )
    rate = OneOfField(
        label=_("VAT rate of your services"),
        choices=RATE_LABELS,
        help_text=_("Counts too where the franchise is left during the year."),
    )
    vat_on_costs = NumberField(
        label=_("VAT paid on costs in a month (€)"),
        required=False,
        help_text=_("Deducted once you charge VAT."),
    )
    declared = NumberField(
        label=_("Monthly income known to the CCSS (€)"),
        required=False,
        help_text=_("On your statements; empty: the provisional base of a beginner."),
    )
    factor = NumberField(
        label=_("Accident insurance: bonus-malus factor"),
        low="0.01",
        high=10,
        required=False,
        help_text=_("On your statements; empty: 1."),
    )
    tax_advance = NumberField(
        label=_("Income tax advance of a quarter (€)"),
        required=False,
        help_text=_("As the tax office asks for it; empty: none."),
    )
    municipal_percent = NumberField(
        label=_("Municipal business tax as a share of your profit (%)"),
        help_text=_("Where you owe it; empty: it is left out."),
        high=MOST_PERCENT,
        required=False,
    )
    municipal_advance = NumberField(
        label=_("Municipal business tax advance of a quarter (€)"), required=False
    )
    assessed = DayField(
        label=_("Day you expect the tax assessment"),
        required=False,
        help_text=_("Puts the correction into your calendar."),
    )
    usual = ("year", "start", "activity", "income", "costs", "vat", "rate", "vat_on_costs")
    own = (
        *("declared", "factor", "tax_percent", "tax_advance"),
        *("municipal_percent", "municipal_advance", "assessed"),
    )

    def __init__(self, parameters):
        super().__init__(parameters)
        self.fields["year"].initial = timezone.localdate().year

    def clean(self):
        known = self.cleaned_data
        first = int(known.get("start") or 1)
        for month in range(1, first):
            if known.get(f"m{month}"):
                self.add_error(f"m{month}", _("The activity begins later."))
        if (day := known.get("assessed")) and known.get("year") and day.year <= known["year"]:
            self.add_error("assessed", _("The assessment comes after the year."))

    def refuse_factor_outside(self, figures: Figures) -> None:
        factor = self.cleaned_data["factor"]
        if factor is None:
            return
        low, high = (figures[name] for name in FACTORS)
        if not low <= factor <= high:
            said = {"low": number_format(low.normalize()), "high": number_format(high.normalize())}
            message = gettext("Give a number between %(low)s and %(high)s.") % said
            self.add_error("factor", message)

    @property
    def situation(self) -> Situation:
        known: dict[str, Any] = self.cleaned_data
        return Situation(
            year=known["year"],
            incomes=self._incomes(known),
            costs=known["costs"] or ZERO,
            first_month=int(known["start"] or 1),
            starts=bool(known["start"]),
            insured=self.insured(known["factor"]),
            declared=known["declared"],
            taxes=(
                taxes.income_tax(known["tax_percent"], known["tax_advance"]),
                taxes.municipal_tax(known["municipal_percent"], known["municipal_advance"]),
            ),
            vat=vat.Choice(
                known["vat"] == "franchise", known["rate"], known["vat_on_costs"] or ZERO
            ),
            assessed_on=known["assessed"],
        )

    def _incomes(self, known: dict[str, Any]) -> Sequence[Any]:
        own = [known[f"m{month}"] for month in range(1, 13)]
        return [known["income"] if amount is None else amount for amount in own]

    @property
    def usual_fields(self) -> list[Any]:
        return [self[name] for name in self.usual]

    @property
    def own_fields(self) -> list[Any]:
        return [self[name] for name in self.own]

    @property
    def month_fields(self) -> list[Any]:
        return [self[f"m{month}"] for month in MONTHS]

    @property
    def says_own(self) -> bool:
        return self._says(self.own)

    @property
    def says_months(self) -> bool:
        return self._says(f"m{month}" for month in MONTHS)

    def _says(self, names) -> bool:
        return any(self.data.get(name) for name in names)
