from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models.profile import SPOKEN_LANGUAGES

from ..forms import ForgivingForm
from ..purposes import Purpose
from .audiences import Audience


class OrganisationsForm(ForgivingForm):
    """`need` is one of the register."""

    q = forms.CharField(label=_("Words to look for"), required=False, max_length=120)
    purpose = forms.ChoiceField(
        label=_("I need help because"), required=False, choices=[("", _("all")), *Purpose.choices]
    )
    need = forms.ChoiceField(label=_("At which step"), required=False, choices=[("", _("all"))])
    audience = forms.ChoiceField(
        label=_("I am"), required=False, choices=[("", _("anybody")), *Audience.choices]
    )
    language = forms.ChoiceField(
        label=_("Spoken language"), required=False, choices=[("", _("any")), *SPOKEN_LANGUAGES]
    )
