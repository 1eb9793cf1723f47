"""Editors choose skills in their list that are one, and which of them stays."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from .facets import counts_of
from .merging import merge
from .models.vocabulary import Skill
from .query import ProfileQuery

MOST = 20


class SkillToKeep(forms.ModelChoiceField):
    """Says how many public profiles have each, which often tells which word people use."""

    @cached_property
    def counts(self) -> dict[str, int]:
        return counts_of(ProfileQuery())["skill"]

    def label_from_instance(self, skill):
        count = self.counts.get(skill.slug, 0)
        said = ngettext("%(name)s (%(count)d profile)", "%(name)s (%(count)d profiles)", count)
        return said % {"name": skill.name, "count": count}


class WhichStays(forms.Form):
    kept = SkillToKeep(
        label=_("The skill that stays"),
        queryset=Skill.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        help_text=_("The names of the others become its synonyms, unless you take them out there."),
    )

    def __init__(self, *args, skills=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.skills = skills
        keys = [skill.pk for skill in skills]
        field = self.fields["kept"]
        field.queryset = Skill.objects.filter(pk__in=keys).order_by("name")

    def clean(self):
        if not 2 <= len(self.skills) <= MOST:
            raise forms.ValidationError(
                _("Choose at least two skills and at most %(most)d."), params={"most": MOST}
            )
        return super().clean()


class MergeSkills(SnippetBulkAction):
    models = [Skill]
    display_name = _("Merge")
    action_type = "merge"
    aria_label = _("Merge the selected skills into one")
    template_name = "directory/admin/merge_skills.html"
    action_priority = 20
    form_class = WhichStays

    def check_perm(self, skill):
        """What merges also deletes."""
        return all(
            self.permission_policy.user_has_permission_for_instance(self.request.user, may, skill)
            for may in ("change", "delete")
        )

    def get_form_kwargs(self):
        skills, _without_access = self.get_actionable_objects()
        return {**super().get_form_kwargs(), "skills": skills}

    @classmethod
    def execute_action(cls, objects, **kwargs):
        action = kwargs["self"]
        kept = action.cleaned_form.cleaned_data["kept"]
        return merge(objects, into=kept, by=action.request.user), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(count)d skill merged into “%(name)s”. Its profiles are shown so within minutes.",
            "%(count)d skills merged into “%(name)s”. Their profiles are shown so within minutes.",
            num_parent_objects,
        ) % {"count": num_parent_objects, "name": self.cleaned_form.cleaned_data["kept"].name}
