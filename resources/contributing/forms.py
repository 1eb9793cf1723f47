from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cluster.core.once import OnceField
from cluster.core.plain import one_line
from directory.contact.proof import ProofForm

from ..calculating.fields import NumberField, OneOfField, WholeField
from ..contributed import is_far
from ..prices import Unit

OTHER = "other"
FIRST_YEAR = 2015


class PriceToldForm(ProofForm):
    """`rows` are the prices of the list; `sure` is asked for where a price is far from them."""

    key = OnceField()
    row = OneOfField(label=_("What was paid for"))
    service = forms.CharField(
        label=_("Something else"),
        required=False,
        max_length=120,
        help_text=_("Only where the list above does not have it, in a few words without names."),
        validators=[one_line],
    )
    unit = OneOfField(
        label=_("Unit"),
        required=False,
        choices=[("", _("that of the list")), *Unit.choices],
        help_text=_("Of something else: what the price is of."),
    )
    amount = NumberField(label=_("Price of one unit (€, without VAT)"), low="0.01", high=1_000_000)
    year = WholeField(label=_("Year in which it was paid"), low=FIRST_YEAR, high=2100)
    sure = forms.BooleanField(label=_("The price is right"), required=False)
    email = forms.EmailField(
        label=_("Your e-mail address, for one link"),
        required=False,
        help_text=_("Instead of the proof that scripts give; we do not keep it."),
    )

    def __init__(self, data, *, rows):
        super().__init__(_meaning_other(data))
        self.rows = {str(row.pk): row for row in rows}
        self.fields["row"].choices = [
            ("", _("Please choose.")),
            *((key, f"{row.service} ({row.get_unit_display()})") for key, row in self.rows.items()),
            (OTHER, _("something else")),
        ]
        self.fields["year"].initial = timezone.localdate().year
        self.is_outlier = False

    def clean_year(self) -> int:
        year = self.cleaned_data["year"]
        if year > timezone.localdate().year:
            raise forms.ValidationError(_("That year has not begun yet."))
        return year

    def clean(self):
        known = self.cleaned_data
        if known.get("row") == OTHER:
            self._needs("service", _("Say in a few words what was paid for."))
            self._needs("unit", _("Choose what the price is of."))
        elif known.get("row") and known.get("service", "").strip():
            self.add_error("service", _("Either this or a line of the list above: not both."))
        self._ask_if_sure()
        return known

    def _needs(self, name, message):
        if name not in self.errors and not self.cleaned_data.get(name, "").strip():
            self.add_error(name, message)

    def _ask_if_sure(self):
        known = self.cleaned_data
        row, amount = self.rows.get(known.get("row", "")), known.get("amount")
        self.is_outlier = amount is not None and is_far(amount, row)
        if self.is_outlier and not known.get("sure"):
            self.add_error(
                "amount",
                _("This is far from what was observed. If it is right, tick the box below."),
            )

    def ask_for_address(self) -> None:
        self.add_error("email", _("Your browser gave no proof: give an address for a link."))

    @property
    def told(self) -> dict:
        """What is kept, in words that a link can carry."""
        known = self.cleaned_data
        row = self.rows.get(known["row"])
        return {
            "row": row and row.pk,
            "service": "" if row else known["service"],
            "unit": row.unit if row else known["unit"],
            "amount": str(known["amount"]),
            "year": known["year"],
            "is_outlier": self.is_outlier,
            "key": str(known["key"]),
        }


def _meaning_other(data):
    """Who wrote what the list lacks has chosen, though they left the list alone."""
    if not data or data.get("row") or not data.get("service", "").strip():
        return data
    chosen = data.copy()
    chosen["row"] = OTHER
    return chosen
