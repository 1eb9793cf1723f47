from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_altcha import AltchaField

from cluster.core.plain import one_line

from ..models.contact import MAX_TEXT, ContactMessage, ContactReply

MAX_PROOF = 2_000


class KeyedForm(forms.ModelForm):
    """A form whose `key` makes one text of a form that is sent twice."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid4())

    def clean_key(self):
        try:
            return UUID(self.cleaned_data["key"])
        except ValueError:
            return uuid4()


class ContactForm(KeyedForm):
    website = forms.CharField(required=False, label=_("Leave this field empty"))
    altcha = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = ContactMessage
        fields = ["sender_name", "sender_email", "text"]
        widgets = {
            "sender_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "sender_email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        help_texts = {
            "sender_email": _("Not shown to anyone: answers reach you through us."),
            "text": _("What you are looking for, for when, where, with what budget."),
        }
        error_messages = {"text": {"max_length": _("Please keep it under 5,000 characters.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sender_name"].validators.append(one_line)
        self.fields["text"].widget.attrs["maxlength"] = MAX_TEXT
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


class ReplyForm(KeyedForm):
    class Meta:
        model = ContactReply
        fields = ["text"]
        labels = {"text": _("Your answer")}
        error_messages = {"text": {"max_length": _("Please keep it under 5,000 characters.")}}


class ReportForm(forms.ModelForm):
    class Meta:
        model = ContactMessage
        fields = ["reported_because"]
        labels = {"reported_because": _("What is wrong with this message?")}
