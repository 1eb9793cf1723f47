"""The list of registrations in the admin: to read, filter and export."""

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from .models import EventSeats, Registration

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class RegistrationFilter(WagtailFilterSet):
    seats = django_filters.ModelChoiceFilter(
        label=_("Event"), queryset=EventSeats.objects.exclude(registrations=None)
    )

    class Meta:
        model = Registration
        fields = ["seats", "status"]


class RegistrationReport(ReportView):
    page_title = _("Registrations")
    header_icon = "group"
    index_url_name = "event_registrations"
    index_results_url_name = "event_registrations_results"
    permission_policy = PagePermissionPolicy()
    any_permission_required = ["publish"]
    filterset_class = RegistrationFilter
    is_searchable = True
    search_fields = ["name", "email"]
    default_ordering = "registered_at"
    list_export = ["seats.title", "name", "email", "get_status_display", "registered_at"]
    export_headings = {"seats.title": _("Event"), "get_status_display": _("Status")}
    columns = [
        Column("seats", label=_("Event")),
        Column("name", label=_("Name"), sort_key="name"),
        Column("email", label=_("E-mail address"), sort_key="email"),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        DateColumn("registered_at", label=_("Registered"), sort_key="registered_at"),
        DateColumn("verified_at", label=_("Address confirmed"), sort_key="verified_at"),
    ]

    def write_csv_row(self, writer, row_dict):
        return super().write_csv_row(
            writer, {field: not_a_formula(value) for field, value in row_dict.items()}
        )

    def get_base_queryset(self):
        return Registration.objects.select_related("seats")


def not_a_formula(value):
    """Anybody types these; a spreadsheet must not run what begins like a formula."""
    starts_one = isinstance(value, str) and value.startswith(FORMULA_STARTS)
    return f"'{value}" if starts_one else value


class RegistrationsMenuItem(MenuItem):
    def is_shown(self, request):
        return PagePermissionPolicy().user_has_permission(request.user, "publish")


@hooks.register("register_admin_urls")
def registration_urls():
    return [
        path("registrations/", RegistrationReport.as_view(), name="event_registrations"),
        path(
            "registrations/results/",
            RegistrationReport.as_view(results_only=True),
            name="event_registrations_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def registrations_menu_item():
    return RegistrationsMenuItem(
        _("Registrations"), reverse("event_registrations"), icon_name="group", order=200
    )
