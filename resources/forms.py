"""What visitors may ask of the pages: GET forms whose unknown values are said, never raised."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _


class ForgivingForm(forms.Form):
    """A form of a public address: what it does not understand counts as not given. `choices` are
    those of fields that offer what there is."""

    def __init__(self, data: Any, **choices: list[tuple[str, Any]]):
        super().__init__(data, auto_id="filter-%s")
        for name, offered in choices.items():
            field: Any = self.fields[name]
            field.choices = [*field.choices, *offered]
        self.full_clean()
        self.wanted = {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def ignored(self) -> list[tuple[str, str]]:
        """(label, value as typed) of each field that was not understood."""
        return [
            (str(self[name].label), str(self.data.get(name, ""))[:80])
            for name in self.errors
            if name in self.fields
        ]

    @property
    def encoded(self) -> str:
        """What was understood, for an address."""
        return urlencode(self.wanted)

    @property
    def chips(self) -> list[dict[str, str]]:
        """Each active filter with the address that is without it."""
        return [
            {"label": self._label(name, value), "url": f"?{urlencode(self._without(name))}"}
            for name, value in self.wanted.items()
        ]

    def _without(self, name: str) -> dict[str, str]:
        return {other: value for other, value in self.wanted.items() if other != name}

    def _label(self, name: str, value: str) -> str:
        choices = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(value, value))


class PriceForm(ForgivingForm):
    """`branch` and `unit` are those the list has rows of."""

    branch = forms.ChoiceField(label=_("Branch"), required=False, choices=[("", _("all branches"))])
    unit = forms.ChoiceField(label=_("Unit"), required=False, choices=[("", _("all units"))])
