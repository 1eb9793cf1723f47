"""Editors choose answers in their list and merge them into one gap."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from ..models import Gap, GapReport
from .merging import merge


class IntoWhich(forms.Form):
    gap = forms.ModelChoiceField(
        label=_("Belongs to"),
        queryset=Gap.objects.all(),
        required=False,
        empty_label=_("a new gap"),
    )
    title = forms.CharField(
        label=_("A new gap: what is missing"),
        required=False,
        max_length=200,
        help_text=_("One sentence in your words. It becomes public, what people wrote does not."),
    )

    def clean(self):
        data = super().clean()
        if not data.get("gap") and not data.get("title"):
            self.add_error("title", _("Choose a gap, or say what is missing."))
        return data


class MergeReports(SnippetBulkAction):
    models = [GapReport]
    display_name = _("Merge")
    action_type = "merge"
    aria_label = _("Merge the selected answers into one gap")
    template_name = "resources/admin/merge_reports.html"
    action_priority = 20
    form_class = IntoWhich

    def check_perm(self, report):
        return self.permission_policy.user_has_permission_for_instance(
            self.request.user, "change", report
        )

    @classmethod
    def execute_action(cls, objects, **kwargs):
        said = kwargs["self"].cleaned_form.cleaned_data
        return merge(objects, into=said["gap"], title=said["title"]), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(count)d answer is in the gap now.",
            "%(count)d answers are in the gap now.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
