"""What an address may fill into the form beforehand: a link from a shortlist asks for its gaps."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language

from cluster.geo.forms import LocalityField
from directory.filters import UNKNOWN, SlugsField
from directory.known_skills import MOST
from directory.my_profile.skills import SEPARATOR
from directory.vocabulary import name_in, names_of

from .choices import Kind
from .forms import OpportunityForm

Ignored = tuple[str, str, str]


class PrefillForm(forms.Form):
    kind = forms.ChoiceField(choices=Kind.choices, required=False)
    skill = SlugsField(required=False, most=MOST)
    locality = LocalityField(max_length=100, required=False)


def prefilled(parameters: QueryDict) -> tuple[dict[str, Any], list[Ignored]]:
    """Initial values for the form, and (field, value, why) of what it does without."""
    form = PrefillForm(parameters)
    form.is_valid()
    values = form.cleaned_data
    labels = {"kind": "kind", "skill": "skills", "locality": "locality"}
    ignored = [
        (_label(labels[name]), parameters.get(name, "")[:80], str(reasons[0]))
        for name, reasons in form.errors.items()
    ]
    slugs = values.pop("skill")
    there = names_of("skill", slugs)
    ignored += [(_label("skills"), slug[:80], str(UNKNOWN)) for slug in slugs if slug not in there]
    initial = {name: value for name, value in values.items() if value}
    if there:
        initial["skills"] = [_typed(slug, there[slug]) for slug in slugs if slug in there]
    return initial, ignored


def _typed(slug: str, names: dict[str, str]) -> str:
    """As somebody would write it between commas."""
    name = name_in(names, get_language() or "")
    return slug if SEPARATOR.search(name) else name


def _label(name: str) -> str:
    return str(OpportunityForm.base_fields[name].label)
