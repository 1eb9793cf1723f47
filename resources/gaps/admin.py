"""What people said, as editors read and narrow it; and the gaps it becomes."""

from typing import Any

from django.db.models import Q
from django.forms import RadioSelect
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from cluster.core.day_column import DayColumn
from cluster.core.fields import in_each_language
from cluster.core.spreadsheet import SafeDownload
from directory.models import Branch

from ..models import Gap, GapReport


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
        Column("is_public", label=_("Public"), accessor=public_in_words),
        DayColumn("changed_at", label=_("Changed"), sort_key="changed_at"),
    ]
    list_filter = ["status", "is_public"]
    search_backend_name = None
    search_fields = in_each_language("titles")
    export_filename = "gaps"
    list_per_page = 50
