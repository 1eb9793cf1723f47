"""How useful each section was, and how often something was said to be missing."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import GapReport

PERMISSIONS = ("change", "view")


class SectionsReport(ReportView):
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
