from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from cluster.core.plain import one_line

from .questions import answers_to, field_of

no_address = RegexValidator(
    "://|www\\.", _("Just your name, please."), code="address", inverse_match=True
)
"""The name stands in a mail to an address that may be somebody else's."""


class RegistrationForm(forms.Form):
    """Name and address, and what the event asks beside them."""

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

    def __init__(self, data=None, *, event):
        super().__init__(data)
        self.event, self.questions = event, list(event.questions.all())
        if event.most_persons > 1:
            self.fields["persons"] = persons_field(event.most_persons)
        self.fields |= {one.key: field_of(one) for one in self.questions}
        if event.consent:
            self.fields["consent"] = forms.BooleanField(label=event.consent)

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    @property
    def registration(self) -> dict[str, Any]:
        """What `register` takes."""
        cleaned = self.cleaned_data
        return {
            "name": cleaned["name"],
            "email": cleaned["email"],
            "persons": cleaned.get("persons", 1),
            "answers": answers_to(self.questions, cleaned),
            "consent": self.event.consent,
        }


def persons_field(most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=_("How many are you, yourself included?"),
        help_text=_(
            "A group gets its seats together or waits as a whole; smaller groups behind it do not"
            " overtake it."
        ),
        min_value=1,
        max_value=most,
        initial=1,
    )
