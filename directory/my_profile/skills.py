"""Skills as a member types them: words between commas, or ticked from what others have."""

import re
from functools import reduce
from operator import or_

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..models import ListingTerm, Skill

MAX_SKILLS = 30
MAX_LENGTH = 50
SUGGESTED = 12
ATTRIBUTES = {"autocomplete": "off", "data-skills": ""}
SEPARATOR = re.compile(r"[,;\n]")


class SkillsField(forms.CharField):
    """A list of names; one that exists already is taken as it is written there."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 2_000, "widget": forms.TextInput(ATTRIBUTES), **kwargs})

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return self.prepare_value(initial or []) != (data or "")

    def clean(self, value):
        names = [" ".join(name.split()) for name in SEPARATOR.split(super().clean(value))]
        names = list({name.casefold(): name for name in reversed(names) if name}.values())[::-1]
        if len(names) > MAX_SKILLS:
            raise forms.ValidationError(
                _("At most %(max)d skills; these are %(count)d."),
                code="too_many_skills",
                params={"max": MAX_SKILLS, "count": len(names)},
            )
        if too_long := next((name for name in names if len(name) > MAX_LENGTH), None):
            raise forms.ValidationError(
                _("“%(name)s…” is too long for a skill. Put commas between skills."),
                code="skill_too_long",
                params={"name": too_long[:MAX_LENGTH]},
            )
        known = _as_written(names)
        return [known.get(name.casefold(), name) for name in names]


class SkillIdeas:
    """For a section's view: skills to tap, which without scripts come back in the form, unsaved."""

    def post(self, request, *args, **kwargs):
        if not (name := request.POST.get("add")):
            return super().post(request, *args, **kwargs)
        form = self.make_form(self.draft)
        typed = [request.POST.get("skills", "").rstrip(" ,;"), name]
        form.initial["skills"] = ", ".join(filter(None, typed))
        form.initial["branches"] = request.POST.getlist("branches")
        return self.show(form)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        typed = SEPARATOR.split(str(context["form"]["skills"].value() or ""))
        ideas = suggested_skills(self.draft.branches.all(), {n.strip().casefold() for n in typed})
        return {**context, "suggested_skills": ideas}


def suggested_skills(branches, typed=frozenset()) -> list[str]:
    """What public profiles of these branches name most, for whoever does not know what to write."""
    same_branch = ListingTerm.objects.filter(facet="branch", value__in=[b.slug for b in branches])
    slugs = (
        ListingTerm.objects.filter(facet="skill", listing__in=same_branch.values("listing"))
        .values("value")
        .annotate(count=models.Count("listing"))
        .order_by("-count", "value")
        .values_list("value", flat=True)[: SUGGESTED + len(typed)]
    )
    names = dict(Skill.objects.filter(slug__in=list(slugs)).values_list("slug", "name"))
    known = [names[slug] for slug in slugs if slug in names]
    return [name for name in known if name.casefold() not in typed][:SUGGESTED]


def _as_written(names: list[str]) -> dict[str, str]:
    """The skills among these names that exist, by their name without case."""
    same = (models.Q(name__iexact=name) for name in names)
    found = Skill.objects.filter(reduce(or_, same, models.Q(pk__in=[])))
    return {name.casefold(): name for name in found.values_list("name", flat=True)}
