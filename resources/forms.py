"""What visitors may ask of the pages: GET forms whose unknown values are said, never raised."""

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from .checklist import Choice, Door, Kind


class ForgivingForm(forms.Form):
    """A form of a public address: what it does not understand counts as not given."""

    def __init__(self, data, **kwargs):
        super().__init__(data, auto_id="filter-%s", **kwargs)
        self.full_clean()

    @property
    def ignored(self) -> list[tuple[str, str]]:
        """(label, value as typed) of each field that was not understood."""
        return [
            (str(self[name].label), str(self.data.get(name, ""))[:80])
            for name in self.errors
            if name in self.fields
        ]


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)


class ChecklistForm(ForgivingForm):
    door = forms.ChoiceField(
        label=_("Your side"), required=False, choices=[("", _("both sides")), *Door.choices]
    )
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("both kinds")), *Kind.choices]
    )
    deadline = DayField(label=_("Deadline for the answers"), required=False)

    def clean_deadline(self):
        day = self.cleaned_data["deadline"]
        if day and not dt.date(1990, 1, 1) <= day <= dt.date(2100, 1, 1):
            raise forms.ValidationError(_("Give a date between 1990 and 2100."))
        return day

    @property
    def choice(self) -> Choice:
        known = self.cleaned_data
        return Choice(known.get("door", ""), known.get("kind", ""), known.get("deadline"))


class PriceForm(ForgivingForm):
    """`branches` and `units` are those the list has rows of."""

    branch = forms.ChoiceField(label=_("Branch"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)

    def __init__(self, data, *, branches, units):
        self.options = {
            "branch": [("", _("all branches")), *branches],
            "unit": [("", _("all units")), *units],
        }
        super().__init__(data)

    def full_clean(self):
        for name, options in self.options.items():
            self.fields[name].choices = options
        super().full_clean()
