import hashlib
import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cluster.core.plain import one_line, plain

from ..states import left_in_words
from .questions import answers_to, field_of

if TYPE_CHECKING:
    from ..models import EventPage, EventSession

no_address = RegexValidator(
    r"://|www\.|@|[^\s.][.\u3002\uff0e\uff61][^\W\d_][^\s.,]",
    _("Just your name, please."),
    code="address",
    inverse_match=True,
)
"""The name stands in a mail to an address that may be somebody else's, where programs make links of
what looks like one."""

INITIAL = re.compile(r"(?<!\w)([^\W\d_]{1,2}\.)(?=([^\W\d_])[^\W\d_])")
"""What J.Weber or Dr.Weber begins with, and the next letter."""


def _apart(found: re.Match) -> str:
    """J. Weber, which no program takes for an address."""
    is_name = found[1][0].isupper() and found[2].isupper()
    return f"{found[1]} " if is_name else found[1]


def reachable(email: str) -> None:
    """Refuses an address to which no mail can be written, though it has the form of one."""
    try:
        email.rpartition("@")[2].encode("idna")
    except UnicodeError:
        sound = False
    else:
        sound = plain(email) == email
    if not sound:
        raise ValidationError(_("No mail can be sent to this address."), code="unreachable")


class NameField(forms.CharField):
    """Checked without what cannot be seen, and kept without it."""

    def to_python(self, value):
        name = normalize("NFC", plain(super().to_python(value)).strip())
        return INITIAL.sub(_apart, name)


class RegistrationForm(forms.Form):
    """Name and address, the session where each has its own seats, and what the event asks beside
    them."""

    name = NameField(
        label=_("Your name"),
        max_length=140,
        validators=[one_line, no_address],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        validators=[one_line, reachable],
        help_text=_("We write to you about this event only."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, data=None, *, event, user=None):
        """`user`, who is logged in, need not type what is known."""
        known = {"name": user.name, "email": user.email} if user else {}
        super().__init__(data, initial=known)
        self.event, self.questions = event, list(event.questions.all())
        if event.per_session:
            self.fields = {"session": session_field(event)} | self.fields
        if event.most_persons > 1:
            self.fields["persons"] = persons_field(event.most_persons)
        self.fields |= {one.key: field_of(one) for one in self.questions}
        if event.consent:
            self.fields[consent_key(event.consent)] = forms.BooleanField(label=event.consent)

    def clean_email(self):
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned, session = super().clean(), self.session
        room = None if session is None else self.event.capacity_of(session)
        if room is not None and cleaned.get("persons", 1) > max(room, 1):
            said = ngettext(
                "There is only %(number)d seat at this date.",
                "There are only %(number)d seats at this date.",
                room,
            )
            self.add_error("persons", said % {"number": room})
        return cleaned

    @property
    def session(self) -> "EventSession | None":
        chosen = self.cleaned_data.get("session")
        return next((one for one in self.event.to_come if str(one.uid) == chosen), None)

    @property
    def registration(self) -> dict[str, Any]:
        """What `register` takes."""
        cleaned = self.cleaned_data
        return {
            "name": cleaned["name"],
            "email": cleaned["email"],
            "session": self.session,
            "persons": cleaned.get("persons", 1),
            "answers": answers_to(self.questions, cleaned),
            "consent": self.event.consent,
        }


def consent_key(text: str) -> str:
    """The box of this text: ticked beside another one, it is not ticked."""
    return f"consent-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def session_field(event: "EventPage") -> forms.ChoiceField:
    """Those to come, the next first; of one alone nobody has to choose."""
    choices = [
        (str(one.uid), f"{one.when} – {left_in_words(event.left_of(one))}".removesuffix(" – "))
        for one in sorted(event.to_come, key=lambda one: one.start)
    ]
    return forms.ChoiceField(
        label=_("When do you come?"),
        help_text=_("One date at a time: to come to several, register for each."),
        choices=choices,
        initial=choices[0][0] if len(choices) == 1 else None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a date."),
            "invalid_choice": _("This date is over or gone. Choose another one."),
        },
    )


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
