from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from cluster.core.admin_forms import PageForm
from cluster.core.plain import one_line

no_address = RegexValidator(
    "://|www\\.", _("Just your name, please."), code="address", inverse_match=True
)
"""The name stands in a mail to an address that may be somebody else's."""


class EventPageForm(PageForm):
    """Says "a session" where Django would say "at least 1 form"."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if sessions := self.formsets.get("sessions"):
            sessions.error_messages["too_few_forms"] = _(
                "An event needs at least one session: when does it start and end?"
            )


class RegistrationForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=140,
        validators=[one_line, no_address],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We write to you about this event only."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self):
        return self.cleaned_data["email"].lower()
