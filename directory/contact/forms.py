from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from cluster.core.once import OnceField
from cluster.core.plain import one_line

from ..models.contact import MAX_TEXT, ContactMessage, ContactReply
from .proof import ProofForm

REFUSED = _("%(names)s: no messages from this address, please.")


class ContactForm(ProofForm, forms.ModelForm):
    key = OnceField()

    class Meta:
        model = ContactMessage
        fields = ["sender_name", "sender_email", "passes_address", "text"]
        widgets = {
            "sender_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "sender_email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        help_texts = {
            "sender_email": _("Not shown to anyone: answers reach you through us."),
            "text": _("What you are looking for, for when, where, with what budget."),
        }
        error_messages = {"text": {"max_length": _("Please keep it under 5,000 characters.")}}

    def __init__(self, *args, direct: str = "", **kwargs):
        """`direct` is the name of who likes to answer from their own mailbox; "" if nobody."""
        super().__init__(*args, **kwargs)
        if direct:
            agree = _("Pass my address on: %(name)s prefers to answer me directly")
            self.fields["passes_address"].label = agree % {"name": direct}
            self.fields["sender_email"].help_text = _(
                "Not shown to anyone, unless you say so below."
            )
        else:
            del self.fields["passes_address"]
        self.fields["sender_name"].validators.append(one_line)
        self.fields["text"].widget.attrs["maxlength"] = MAX_TEXT


def refuse_blocked(form: ContactForm, recipients: Iterable) -> bool:
    """Says on a checked form who of these wants nothing from its sender; whether anybody does."""
    address = form.cleaned_data["sender_email"]
    messages = ContactMessage.objects
    names = [
        one.title for one in recipients if messages.keeping_out(address, recipient=one).exists()
    ]
    if names:
        form.add_error(None, REFUSED % {"names": ", ".join(names)})
    return bool(names)


class ReplyForm(forms.ModelForm):
    key = OnceField()

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
