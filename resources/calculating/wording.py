"""What payments and declarations are called."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from . import deadlines, simulation

KINDS: dict[str, Any] = {
    simulation.CONTRIBUTIONS: _("Social contributions"),
    simulation.VAT: _("VAT"),
    "income-tax": _("Income tax"),
    "municipal-tax": _("Municipal business tax"),
    deadlines.CORRECTION: _("Correction after the assessment"),
    deadlines.VAT_RETURN: _("Yearly VAT return"),
    deadlines.VAT_REPORT: _("Report the turnover of the year (VAT franchise)"),
    deadlines.VAT_REGISTRATION: _("Register for VAT"),
}
