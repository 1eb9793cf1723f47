"""What visitors tell a checklist, and what a brief needs beside it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.core.plain import plain

from ..calculating.fields import DayField, NumberField, OneOfField, WholeField
from ..calculating.forms import AddressForm, is_said
from ..checklist import Door, Kind
from .verdict import Case
from .wording import BUYERS, PAYMENTS

LONGEST = 600


class CaseForm(AddressForm):
    """All of it may be left out: what is known narrows the list."""

    all_optional = True

    door = OneOfField(
        label=_("Your side"), required=False, choices=[("", _("both sides")), *Door.choices]
    )
    kind = OneOfField(
        label=_("Kind"), required=False, choices=[("", _("both kinds")), *Kind.choices]
    )
    buyer = OneOfField(label=_("Who buys"), required=False, choices=[("", _("not said")), *BUYERS])
    amount = NumberField(label=_("Estimate without VAT (€)"), required=False)
    launch = DayField(label=_("Day of the launch"), required=False)
    deadline = DayField(label=_("Deadline for the answers"), required=False)
    invited = WholeField(label=_("Agencies invited"), required=False, high=1000)
    payment = OneOfField(
        label=_("Creative work before the award"),
        required=False,
        choices=[("", _("not said")), *PAYMENTS],
    )
    urgent = forms.BooleanField(
        label=_("Urgent (or small, in the sense of the rules)"), required=False
    )
    electronic = forms.BooleanField(label=_("Offers are handed in electronically"), required=False)

    def clean(self):
        launch, deadline = (self.cleaned_data.get(name) for name in ("launch", "deadline"))
        if launch and deadline and deadline < launch:
            self.add_error("deadline", _("The deadline is before the launch."))

    @property
    def case(self) -> Case:
        known = getattr(self, "cleaned_data", {})
        return Case(**{name: known[name] for name in self.fields if is_said(known.get(name))})


def _text(label, help_text="", rows=2):
    widget = forms.Textarea(attrs={"rows": rows, "maxlength": LONGEST})
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=LONGEST, widget=widget
    )


class BriefForm(AddressForm):
    """In the address too, so that a half-written brief can be passed on."""

    all_optional = True

    project = forms.CharField(label=_("Project"), required=False, max_length=120)
    organiser = forms.CharField(label=_("Who launches it"), required=False, max_length=120)
    aim = _text(_("Aim and audience"))
    work = _text(_("What is to be delivered"))
    criteria = _text(_("Criteria and their weight"))
    rights = _text(_("Rights of use"), _("Where, for how long, in which media."))
    contact = _text(_("Questions and offers to"))
    fee = NumberField(label=_("Paid to each candidate who is not chosen (€)"), required=False)

    def clean(self):
        return plain(super().clean())
