"""What events add to the editors' admin and to a member's data."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy

from cluster.accounts.my_space import MemberData, Panel
from cluster.core.happening import Asked, Happenings

from . import coming
from .desk import FewSeatsTakenPanel
from .event_admin import EventsViewSet
from .member_data import data_of, erase_registrations
from .models import EventProposal
from .proposing import member_data as proposals_data
from .proposing.desk import WaitingEvents
from .proposing.views import rows_of
from .registering import changes, door
from .registering import desk as registration_desk
from .registering.lists import EventRegistrations, RegistrationReport
from .registering.my_events import coming_events_of

SHOWN = 5


class RegistrationsMenuItem(MenuItem):
    def is_shown(self, request):
        return PagePermissionPolicy().user_has_permission(request.user, "publish")


@hooks.register("register_admin_urls")
def registration_urls():
    return [
        path("registrations/", RegistrationReport.as_view(), name="event_registrations"),
        path("registrations/<int:pk>/", EventRegistrations.as_view(), name="event_people"),
        path(
            "registrations/<int:pk>/results/",
            EventRegistrations.as_view(results_only=True),
            name="event_people_results",
        ),
        path("registrations/<int:pk>/move/", registration_desk.move, name="event_move"),
        path("registrations/<int:pk>/closed/", registration_desk.close, name="event_close"),
        path("registrations/<int:pk>/write/", registration_desk.write, name="event_write"),
        path("registrations/<int:pk>/door/", door.door, name="event_door"),
        path("registrations/ticket/<str:ticket>/", door.open_ticket, name="event_ticket"),
        path(
            "registrations/results/",
            RegistrationReport.as_view(results_only=True),
            name="event_registrations_results",
        ),
    ]


hooks.register("before_publish_page", changes.remember_public)
hooks.register("after_publish_page", changes.remind_to_write)


@hooks.register("register_admin_viewset")
def list_of_events():
    return EventsViewSet("agenda")


@hooks.register("construct_homepage_panels")
def say_what_waits_and_what_few_registered_for(request, panels):
    panels += [WaitingEvents(request), FewSeatsTakenPanel(request)]


@hooks.register("register_reports_menu_item")
def registrations_menu_item():
    return RegistrationsMenuItem(
        _("Registrations"), reverse("event_registrations"), icon_name="group", order=200
    )


@hooks.register("my_space_panels", order=17)
def my_events(request):
    mine = coming_events_of(request.user)
    return Panel("me/events_panel.html", {"mine": mine}) if mine else None


@hooks.register("my_space_panels", order=18)
def my_proposals(request):
    mine = EventProposal.objects.of(request.user).with_review()[:SHOWN]
    return Panel("me/proposals_panel.html", {"rows": rows_of(mine)})


@hooks.register("export_member_data")
def my_proposals_data(user):
    return MemberData("proposals", proposals_data.data_of(user))


@hooks.register("delete_member_data")
def delete_my_proposals(user):
    proposals_data.erase(user)


@hooks.register("export_member_data")
def my_registrations(user):
    return MemberData("registrations", data_of(user))


@hooks.register("delete_member_data")
def delete_my_registrations(user):
    erase_registrations(user)


@hooks.register("happenings", order=1)
def events_about(asked: Asked) -> Happenings:
    return coming.events_about(asked)
