"""What events add to the editors' admin and to a member's data."""

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from cluster.accounts.my_space import MemberData
from cluster.core.spreadsheet import SafeDownload

from .desk import FewSeatsTakenPanel
from .event_admin import EventsViewSet
from .member_data import data_of, erase_registrations
from .models import EventSeats, Registration


class RegistrationFilter(WagtailFilterSet):
    seats = django_filters.ModelChoiceFilter(
        label=_("Event"), queryset=EventSeats.objects.exclude(registrations=None)
    )

    class Meta:
        model = Registration
        fields = ["seats", "status"]


class RegistrationReport(SafeDownload, ReportView):
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
    downloaded = {
        "event": (_("Event"), lambda one: one.seats.title),
        "name": (_("Name"), lambda one: one.name),
        "email": (_("E-mail address"), lambda one: one.email),
        "status": (_("Status"), lambda one: one.get_status_display()),
        "registered_at": (_("Registered"), lambda one: one.registered_at),
        "verified_at": (_("Address confirmed"), lambda one: one.verified_at),
    }
    columns = [
        Column("seats", label=_("Event")),
        Column("name", label=_("Name"), sort_key="name"),
        Column("email", label=_("E-mail address"), sort_key="email"),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        DateColumn("registered_at", label=_("Registered"), sort_key="registered_at"),
        DateColumn("verified_at", label=_("Address confirmed"), sort_key="verified_at"),
    ]

    def get_base_queryset(self):
        return Registration.objects.select_related("seats")


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


@hooks.register("register_admin_viewset")
def list_of_events():
    return EventsViewSet("agenda")


@hooks.register("construct_homepage_panels")
def say_what_few_registered_for(request, panels):
    panels.append(FewSeatsTakenPanel(request))


@hooks.register("register_reports_menu_item")
def registrations_menu_item():
    return RegistrationsMenuItem(
        _("Registrations"), reverse("event_registrations"), icon_name="group", order=200
    )


@hooks.register("export_member_data")
def my_registrations(user):
    return MemberData("registrations", data_of(user))


@hooks.register("delete_member_data")
def delete_my_registrations(user):
    erase_registrations(user)
