"""A calculator's form: read from the address, so that a result can be passed on."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from .contributions import Insured
from .fields import NumberField, OneOfField

MOST_PERCENT = 60


class AddressForm(forms.Form):
    """Bound as soon as the address names one of its fields; others may ride along."""

    def __init__(self, parameters, *, names: Iterable[str] = ()):
        """`names` of fields that are added later."""
        asked = any(name in parameters for name in (*self.base_fields, *names))
        super().__init__(parameters if asked else None, auto_id="ask-%s")

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What was understood, for the address of another view of it."""
        known = getattr(self, "cleaned_data", {})
        return [(name, _said(known[name])) for name in self.fields if is_said(known.get(name))]

    @property
    def encoded(self) -> str:
        return urlencode(self.pairs)


class EarningForm(AddressForm):
    """What every calculation of a self-employed person's year asks."""

    activity = OneOfField(
        label=_("The activity is"),
        choices=[("main", _("my main occupation")), ("side", _("beside another occupation"))],
    )
    tax_percent = NumberField(
        label=_("Income tax as a share of your profit (%)"),
        help_text=_("From your last tax assessment; empty: income tax is left out."),
        high=MOST_PERCENT,
        required=False,
    )

    def insured(self, factor: Decimal | None = None) -> Insured:
        """`factor` is the bonus-malus of the accident insurance."""
        is_side = self.cleaned_data["activity"] == "side"
        return Insured(is_side) if factor is None else Insured(is_side, factor)


def is_said(value: Any) -> bool:
    """A nought is: nothing earned in a month is not the usual income."""
    return value not in (None, "") and value is not False


def _said(value: Any) -> str:
    return "on" if value is True else str(value)
