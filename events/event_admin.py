"""The editors' list of events, one row in each language."""

from django.conf import settings
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import WorkflowState

from cluster.core.day_column import DayColumn
from cluster.core.name_column import NameColumn
from cluster.core.spreadsheet import SafeDownload
from directory.querysets import review_status

from .choices import RegistrationMode
from .event_filters import DRAFT, WAITING, EventFilterSet
from .models import EventPage, Registration
from .models.seats import RegistrationStatus
from .querysets import prefetch_sessions
from .states import state_of


def state_in_words(page: EventPage) -> Promise | str:
    if page.live:
        return state_of(page, timezone.now()).label
    return WAITING if page.review == WorkflowState.STATUS_IN_PROGRESS else DRAFT


def language_of(page: EventPage) -> str:
    return str(settings.LOCALE_LABELS[page.locale.language_code])


def taken(page: EventPage) -> int | None:
    """Where people register here."""
    if page.registration != RegistrationMode.HERE:
        return None
    return page.seats.taken if page.seats else 0


def capacity(page: EventPage) -> int | None:
    return page.seats.capacity if page.seats else page.all_seats


def seats_in_words(page: EventPage) -> str:
    number, most = taken(page), capacity(page)
    if number is None:
        return ""
    return str(number) if most is None else f"{number}/{most}"


class SeatsColumn(BaseColumn):
    """Leads to who has them."""

    cell_template_name = "events/seats_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        return {
            **super().get_cell_context_data(instance, parent_context),
            "taken": seats_in_words(instance),
            "url": reverse("event_people", args=[instance.seats_id]) if instance.seats_id else "",
        }


class EventsView(SafeDownload, IndexView):
    """Each row with its seats and its queue, at no query of its own."""

    downloaded = {
        "title": (_("Title"), lambda page: page.title),
        "language": (_("Language"), language_of),
        "first_start": (_("First session"), lambda page: page.first_start),
        "last_end": (_("End"), lambda page: page.last_end),
        "state": (_("State"), lambda page: str(state_in_words(page))),
        "kind": (_("Kind"), lambda page: page.get_event_type_display()),
        "locality": (_("Locality"), lambda page: page.locality),
        "registration": (_("Registration"), lambda page: page.get_registration_display()),
        "taken": (_("Seats taken"), taken),
        "capacity": (_("Seats"), capacity),
        "waiting": (_("Waiting"), lambda page: page.waiting),
    }

    def annotate_queryset(self, pages):
        queue = Registration.objects.filter(
            seats__translation_key=OuterRef("translation_key"), status=RegistrationStatus.WAITING
        )
        by_event = queue.order_by().values("seats__translation_key")
        waiting = by_event.annotate(number=Count("pk")).values("number")
        pages = super().annotate_queryset(pages).annotate(waiting=Coalesce(Subquery(waiting), 0))
        pages = pages.annotate(review=review_status())
        return pages.prefetch_related("seats", prefetch_sessions(EventPage))


class EventsViewSet(PageListingViewSet):
    model = EventPage
    index_view_class = EventsView
    name = "agenda"
    menu_name = "agenda"
    menu_label = _("Events")
    icon = "calendar"
    add_to_admin_menu = True
    export_filename = "events"
    ordering = "-first_start"
    columns = [
        BulkActionsColumn("bulk_actions"),
        NameColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("language", label=_("Language"), accessor=language_of, sort_key="locale"),
        DayColumn("first_start", label=_("First session"), sort_key="first_start"),
        Column("state", label=_("State"), accessor=state_in_words, sort_key="state"),
        Column("kind", label=_("Kind"), accessor="get_event_type_display", sort_key="event_type"),
        SeatsColumn("taken", label=_("Seats taken"), sort_key="seats__taken"),
        Column("waiting", label=_("Waiting"), sort_key="waiting"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
        ),
    ]
    filterset_class = EventFilterSet
