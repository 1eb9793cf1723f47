"""What visitors may ask of the pages: GET forms whose unknown values are said, never raised."""

from django import forms
from django.utils.translation import gettext_lazy as _


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
