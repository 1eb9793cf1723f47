from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Answer, ContactMessage


class OutcomeForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Did it lead to something?"),
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose an answer.")),
    )


def outcome_form(message: ContactMessage) -> OutcomeForm | None:
    """For whom a message is to; with what they have said so far."""
    if not message.sent_at or message.reported_at:
        return None
    questions = message.outcome.questions.all() if message.outcome else ()
    return OutcomeForm(initial={"answer": next((q.answer for q in questions if q.by_creative), "")})
