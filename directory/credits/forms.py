from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.core.plain import one_line, plain

from ..models.credit import MAX_PART
from .finding import find


class CreditForm(forms.Form):
    who = forms.CharField(
        label=_("Who took part"),
        max_length=400,
        help_text=_("The name as it stands on their profile, or the profile's address."),
    )
    part = forms.CharField(
        label=_("Their part"),
        max_length=MAX_PART,
        required=False,
        validators=[one_line],
        help_text=_("In a word or two: sound, photographs, costumes …"),
    )

    def clean_who(self):
        self.listing = find(self.cleaned_data["who"])
        return self.cleaned_data["who"]

    def clean_part(self):
        return plain(self.cleaned_data["part"]).strip()


class AnswerForm(forms.Form):
    accept = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")], coerce=lambda said: said == "yes"
    )
