"""One short form per section of a profile; each changes its section of the draft only."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import ClusterForm

from cluster.core.plain import one_line, visible
from cluster.geo.forms import LocalityInput, PlaceFormMixin, PlacePicker

from ..models import Branch, ProfilePage, ProfileText
from ..models.profile import MAX_BRANCHES, Kind, Precision
from .skills import SkillsField

MAX_NAME = 120
LONGEST_NUMBER = 18
"""Digits that every database takes for a key."""


class SectionForm(ClusterForm):
    """Of the draft: `save` changes it in memory, and `directory.membership` keeps it."""

    def save(self, commit=False):
        return super().save(commit=False)


class AboutForm(SectionForm):
    class Meta:
        model = ProfilePage
        fields = ["title", "kind"]
        widgets = {"kind": forms.RadioSelect}

    title = forms.CharField(
        label=_("Name"),
        max_length=MAX_NAME,
        validators=[one_line, visible],
        help_text=_("Yours, or your studio's: as you want to be found."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    kind = forms.ChoiceField(label=_("You are a"), choices=Kind.choices, widget=forms.RadioSelect)


class WhoForm(AboutForm):
    """The first step of joining: the name, and one sentence in one language."""

    field_order = ["title", "kind", "language", "headline"]
    language = forms.ChoiceField(label=_("I write in"), choices=settings.LANGUAGES)
    headline = forms.CharField(
        label=_("What do you do, in one sentence?"),
        max_length=140,
        help_text=_("For example: I photograph people and buildings. You can add languages later."),
        widget=forms.Textarea({"rows": 2}),
    )

    def save(self, commit=False):
        draft = super().save()
        text = text_in(draft, self.cleaned_data["language"])
        text.headline = self.cleaned_data["headline"]
        keep_text(draft, text)
        return draft


class BranchesField(forms.ModelMultipleChoiceField):
    def clean(self, value):
        if any(len(one) > LONGEST_NUMBER for one in value or ()):
            raise forms.ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": value[0][:LONGEST_NUMBER]},
            )
        branches = super().clean(value)
        if len(branches) > MAX_BRANCHES:
            raise forms.ValidationError(
                _("Choose three branches at most."), code="too_many_branches"
            )
        return branches


class WhatForm(SectionForm):
    class Meta:
        model = ProfilePage
        fields = ["branches", "skills"]

    branches = BranchesField(
        label=_("Your branches"),
        help_text=_("One to three."),
        queryset=Branch.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )
    skills = SkillsField(
        label=_("Your skills"),
        required=False,
        help_text=_(
            "What people would search for, with commas between: typography, 3D, oboe. At most 30."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["skills"] = [skill.name for skill in self.instance.skills.all()]


class PlaceForm(PlaceFormMixin, SectionForm):
    class Meta:
        model = ProfilePage
        fields = ["locality", "location", "precision"]
        labels = {"locality": _("Town or village"), "location": _("On the map")}
        widgets = {"locality": LocalityInput, "location": PlacePicker}
        help_texts = {"locality": _("Name your town, or put the pin on the map.")}

    # Neither is: one of the two is needed, and a profile without a place cannot be public.
    all_optional = True
    precision = forms.ChoiceField(
        label=_("What may others see?"), choices=Precision.choices, widget=forms.RadioSelect
    )


class AvailabilityForm(SectionForm):
    class Meta:
        model = ProfilePage
        fields = ["availability", "languages"]
        widgets = {"availability": forms.RadioSelect}


class ContactForm(SectionForm):
    class Meta:
        model = ProfilePage
        fields = ["contact_email"]
        help_texts = {
            "contact_email": _(
                "Nobody sees it. Messages sent to you from your profile arrive there;"
                " if empty, at the address you log in with."
            )
        }


class TextForm(forms.ModelForm):
    class Meta:
        model = ProfileText
        fields = ["headline", "body", "competences", "projects"]
        labels = {
            "body": _("About you"),
            "competences": _("What you can do"),
            "projects": _("What you are working on"),
        }
        widgets = {
            "headline": forms.Textarea({"rows": 2}),
            "body": forms.Textarea({"rows": 8}),
            "competences": forms.Textarea({"rows": 4}),
            "projects": forms.Textarea({"rows": 4}),
        }
        help_texts = {"body": _("Leave an empty line between paragraphs.")}


def text_in(draft: ProfilePage, language: str) -> ProfileText:
    """The draft's text in a language, or a new empty one that is not in the draft yet."""
    texts = (text for text in draft.texts.all() if text.language == language)
    return next(texts, None) or ProfileText(language=language)


def keep_text(draft: ProfilePage, text: ProfileText) -> None:
    others = [one for one in draft.texts.all() if one.language != text.language]
    places = {one.language: place for place, one in enumerate(draft.texts.all())}
    others.insert(places.get(text.language, len(others)), text)
    draft.texts.set(others)
