"""What people said, as editors read, narrow and merge it; and the gaps it becomes."""

from typing import Any

from django import forms
from django.db.models import Q
from django.forms import RadioSelect
from django.urls import path, reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from cluster.core.day_column import DayColumn
from cluster.core.fields import in_each_language
from cluster.core.spreadsheet import SafeDownload
from directory.models import Branch

from ..models import Gap, GapReport
from .merging import merge

PERMISSIONS = ("change", "view")


def address_of(report: Any) -> str:
    return reverse(report.snippet_viewset.get_url_name("edit"), args=[report.pk])


def useful_in_words(report: GapReport) -> str:
    return {True: str(_("yes")), False: str(_("no")), None: ""}[report.useful]


def public_in_words(gap: Gap) -> str:
    return str(_("yes") if gap.is_public else _("no"))


def text_of(report: GapReport) -> str:
    return Truncator(report.text).chars(120) or "–"


class StateFilter(ChoiceFilter):
    def filter(self, qs, value):
        kept = {
            "waiting": Q(gap=None, set_aside=False) & ~Q(text=""),
            "merged": Q(gap__isnull=False),
            "aside": Q(set_aside=True),
        }
        return qs.filter(kept[value]) if value in kept else qs


class ReportFilterSet(WagtailFilterSet):
    state = StateFilter(
        label=_("State"),
        choices=[("waiting", _("Waiting")), ("merged", _("In a gap")), ("aside", _("Set aside"))],
        widget=RadioSelect,
    )
    page = ModelChoiceFilter(
        label=_("Page"),
        queryset=Page.objects.filter(pk__in=GapReport.objects.values("page")),
    )
    branch = ModelChoiceFilter(label=_("Branch"), queryset=Branch.objects.all())

    class Meta:
        model = GapReport
        fields = ["useful"]


class ReportsView(SafeDownload, IndexView):
    downloaded = {
        "text": (_("What is missing"), lambda one: one.text),
        "page": (_("Page"), lambda one: str(one.page or "")),
        "heading": (_("Section"), lambda one: one.heading),
        "branch": (_("Branch"), lambda one: str(one.branch or "")),
        "useful": (_("Useful"), useful_in_words),
        "gap": (_("Belongs to"), lambda one: str(one.gap or "")),
        "created_at": (_("Said on"), lambda one: one.created_at),
    }

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("page", "branch", "gap")


class ReportViewSet(SnippetViewSet):
    model = GapReport
    icon = "comment"
    menu_label = _("What people miss")
    index_view_class = ReportsView
    list_display = [
        TitleColumn(
            "text",
            label=_("What is missing"),
            accessor=text_of,
            width="35%",
            get_url=address_of,
        ),
        Column("page", label=_("Page")),
        Column("heading", label=_("Section"), sort_key="heading"),
        Column("branch", label=_("Branch")),
        Column("useful", label=_("Useful"), accessor=useful_in_words, sort_key="useful"),
        Column("gap", label=_("Belongs to")),
        DayColumn("created_at", label=_("Said on"), sort_key="created_at"),
    ]
    filterset_class = ReportFilterSet
    search_backend_name = None
    search_fields = ["text", "heading"]
    export_filename = "what-people-miss"
    list_per_page = 50


class GapsView(SafeDownload, IndexView):
    downloaded = {
        "title": (_("What is missing"), str),
        "status": (_("Status"), lambda one: str(one.get_status_display())),
        "number": (_("How many said so"), lambda one: one.number),
        "answer": (_("What we do about it"), lambda one: one.answer),
    }

    def get_base_queryset(self):
        return super().get_base_queryset().counted()


class GapViewSet(SnippetViewSet):
    model = Gap
    icon = "warning"
    menu_label = _("Gaps")
    index_view_class = GapsView
    list_display = [
        "__str__",
        Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
        Column("number", label=_("How many said so"), sort_key="number"),
        Column(
            "is_public",
            label=_("Public"),
            accessor=lambda one: _("yes") if one.is_public else _("no"),
        ),
        DayColumn("changed_at", label=_("Changed"), sort_key="changed_at"),
    ]
    list_filter = ["status", "is_public"]
    search_backend_name = None
    search_fields = in_each_language("titles")
    export_filename = "gaps"
    list_per_page = 50


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


class SectionsReport(ReportView):
    """How useful each section was, and how often something was said to be missing."""

    page_title = _("Useful or not")
    header_icon = "thumbtack"
    index_url_name = "section_answers"
    index_results_url_name = "section_answers_results"
    model = GapReport
    permission_policy = ModelPermissionPolicy(GapReport)
    any_permission_required = PERMISSIONS
    default_ordering = "-missing"
    columns = [
        Column("page", label=_("Page"), accessor="page__title", sort_key="page__title"),
        Column("heading", label=_("Section"), sort_key="heading"),
        Column("language", label=_("Language"), sort_key="language"),
        Column("yes", label=_("Useful"), sort_key="yes"),
        Column("no", label=_("Not useful"), sort_key="no"),
        Column("missing", label=_("Something is missing"), sort_key="missing"),
    ]
    export_headings = {
        "page__title": _("Page"),
        "heading": _("Section"),
        "language": _("Language"),
        "yes": _("Useful"),
        "no": _("Not useful"),
        "missing": _("Something is missing"),
    }
    list_export = list(export_headings)
    export_filename = "useful-or-not"

    def get_base_queryset(self):
        return GapReport.objects.by_section()

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "page", "heading")


class SectionsMenuItem(MenuItem):
    def is_shown(self, request):
        policy = SectionsReport.permission_policy
        return policy.user_has_any_permission(request.user, PERMISSIONS)


def menu_item():
    return SectionsMenuItem(
        _("Useful or not"),
        reverse("section_answers"),
        name="section-answers",
        icon_name="thumbtack",
        order=310,
    )


def addresses():
    return [
        path("useful/", SectionsReport.as_view(), name="section_answers"),
        path(
            "useful/results/",
            SectionsReport.as_view(results_only=True),
            name="section_answers_results",
        ),
    ]
