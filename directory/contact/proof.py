"""Forms that everybody may send: what tells a person from a machine without asking who it is."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_altcha import AltchaField

MAX_PROOF = 2_000


class ProofForm(forms.Form):
    website = forms.CharField(required=False, label=_("Leave this field empty"))
    altcha = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["website"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data["website"])

    @property
    def is_proven(self) -> bool:
        """Whether the browser did its piece of work; each piece counts once."""
        payload = self.cleaned_data["altcha"]
        if not payload or len(payload) > MAX_PROOF:
            return False
        try:
            AltchaField().clean(payload)
        except ValidationError:
            return False
        return True
