"""The form an opportunity is written in, made for a phone: by a member, or by a client."""

import datetime as dt

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cluster.core.once import OnceField
from cluster.core.plain import one_line, visible
from cluster.geo.forms import LocalityInput
from directory.known_skills import KnownSkillsField
from directory.models import Branch
from directory.my_profile.forms import BranchesField, SectionForm

from .choices import Kind, Pay, Workplace
from .models import OpportunityPage

LONGEST = dt.timedelta(days=183)
USUAL = dt.timedelta(days=30)


class OpportunityForm(SectionForm):
    class Meta:
        model = OpportunityPage
        fields = [
            *("kind", "title", "introduction", "body", "language", "organisation"),
            *("branches", "skills", "languages", "workplace", "locality"),
            *("pay", "pay_min", "pay_max", "pay_unit", "rules", "fee", "deadline", "answer_url"),
        ]
        widgets = {
            "introduction": forms.Textarea({"rows": 2}),
            "body": forms.Textarea({"rows": 8}),
            "rules": forms.Textarea({"rows": 4}),
            "locality": LocalityInput,
            "deadline": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }
        labels = {
            "introduction": _("In one sentence"),
            "body": _("The whole of it"),
            "languages": _("Languages needed"),
            "locality": _("Town or village"),
            "pay_min": _("From (€)"),
            "pay_max": _("To (€)"),
            "pay_unit": _("The amount is"),
            "rules": _("Rules of the contest"),
            "fee": _("Fee and prizes of the contest"),
            "deadline": _("Open until"),
            "organisation": _("Who is looking?"),
        }
        help_texts = {
            "body": _(
                "What is to be done, for when, with whom. Leave empty lines between paragraphs."
            ),
            "organisation": _("Your name, studio or company: it is shown."),
            "locality": _("Not needed where the work is remote."),
            "rules": _("For a contest: who may take part, who decides, whose the work stays."),
            "fee": _("For a contest: what is paid to those who hand in work, and what is won."),
            "deadline": _("Half a year at most. You can renew it later."),
        }

    kind = forms.ChoiceField(label=_("What is it?"), choices=Kind.choices, widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Title"),
        max_length=120,
        validators=[one_line, visible],
        help_text=_("For example: Illustrator for a children’s book"),
    )
    language = forms.ChoiceField(label=_("I write in"), choices=settings.LANGUAGES)
    branches = BranchesField(
        label=_("Branches"),
        help_text=_("One to three."),
        queryset=Branch.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )
    skills = KnownSkillsField(
        label=_("Skills needed"),
        required=False,
        help_text=_("With commas between: illustration, typography. Profiles are matched by them."),
    )
    workplace = forms.ChoiceField(
        label=_("Where is the work done?"), choices=Workplace.choices, widget=forms.RadioSelect
    )
    pay = forms.ChoiceField(
        label=pgettext_lazy("money", "Is it paid?"), choices=Pay.choices, widget=forms.RadioSelect
    )
    answer_url = forms.URLField(
        label=_("Address for answers"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Empty: answers reach you through us, and your e-mail address is not shown."),
        widget=forms.TextInput({"inputmode": "url"}),
    )
    key = OnceField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        if not self.initial.get("deadline"):
            self.initial["deadline"] = today + USUAL
        if self.instance.pk or not isinstance(self.initial.get("skills"), list):
            self.initial["skills"] = [skill.name for skill in self.instance.skills.all()]
        for name in ("organisation", "introduction", "fee"):
            self.fields[name].validators.append(one_line)
        self.fields["deadline"].widget.attrs |= {
            "min": today.isoformat(),
            "max": (today + LONGEST).isoformat(),
        }

    def clean_deadline(self) -> dt.date:
        day, today = self.cleaned_data["deadline"], timezone.localdate()
        if not today <= day <= today + LONGEST:
            raise forms.ValidationError(_("Choose a day from today to half a year from now."))
        return day


class ClientForm(OpportunityForm):
    """Of somebody without an account: nothing is sent before they open the link in a mail."""

    field_order = ["client_email"]
    client_email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Not shown to anyone. We send you a link to confirm it."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    website = forms.CharField(required=False, label=_("Leave this field empty"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["website"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}

    def clean_client_email(self) -> str:
        return self.cleaned_data["client_email"].lower()

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.cleaned_data["website"])
