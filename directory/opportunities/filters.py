"""The parameters of the opportunities, as a form: what an address may say, what is wrong."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from directory.filters import CantonField, PlaceField, SlugsField
from directory.models.choices import SPOKEN_LANGUAGES

from .choices import Kind, Pay, Workplace

SORTS = [
    ("recent", pgettext_lazy("order", "Newest")),
    ("deadline", pgettext_lazy("order", "Closing soon")),
]


class OpportunityFilterForm(forms.Form):
    q = forms.CharField(label=_("Search"), max_length=200, required=False)
    type = SlugsField(label=_("Kind"), required=False)
    branch = SlugsField(label=_("Branch"), required=False)
    skill = SlugsField(label=_("Skill"), required=False)
    workplace = forms.ChoiceField(
        label=_("Where the work is done"), choices=Workplace.choices, required=False
    )
    pay = forms.ChoiceField(
        label=pgettext_lazy("money", "Pay"), choices=Pay.choices, required=False
    )
    canton = CantonField(label=_("Canton"), max_length=100, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=SPOKEN_LANGUAGES, required=False)
    near = PlaceField(label=_("Near"), max_length=100, required=False)
    radius = forms.FloatField(label=_("Within"), min_value=0.1, max_value=500, required=False)
    sort = forms.ChoiceField(label=_("Sorted by"), choices=SORTS, required=False)
    page = forms.IntegerField(min_value=1, max_value=1_000_000, required=False)


CHOICES = {
    "type": dict(Kind.choices),
    "workplace": dict(Workplace.choices),
    "pay": dict(Pay.choices),
    "language": dict(SPOKEN_LANGUAGES),
}
"""The labels of each facet's values, where these are fixed."""
