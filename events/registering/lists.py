"""Who registered, as editors read, narrow and download it: everywhere, and for one event."""

from typing import Any

import django_filters
from django.db.models import Count, Min
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies.pages import PagePermissionPolicy

from cluster.core.spreadsheet import SafeDownload, not_a_formula

from ..models import EventSeats, Registration
from .access import seats_for, seats_of
from .sessions import session_choices, sessions_with_numbers

LONGEST_CHOICE = 100
"""A longer answer is a text, by which nobody filters."""


def said(answer: Any) -> str:
    if isinstance(answer, bool):
        return gettext("Yes") if answer else gettext("No")
    return str(answer)


def answer_of(registration: Registration, key: str) -> str:
    given = registration.answers.get(key)
    return said(given["answer"]) if given else ""


def in_words(registration: Registration) -> str:
    given = [one for one in registration.given_answers.values() if one["answer"]]
    return " · ".join(f"{one['question']}: {said(one['answer'])}" for one in given)


class RegistrationFilter(WagtailFilterSet):
    seats = django_filters.ModelChoiceFilter(
        label=_("Event"),
        queryset=lambda request: seats_of(request.user).with_people(),
        method="of_event",
    )

    def of_event(self, queryset, _name, seats):
        return queryset.filter(seats__translation_key=seats.translation_key)

    class Meta:
        model = Registration
        fields = ["seats", "status"]


class PeopleFilter(WagtailFilterSet):
    class Meta:
        model = Registration
        fields = ["status"]


class AnswerFilter(django_filters.ChoiceFilter):
    """`field_name` is a question's key; a ticked box is found by "True"."""

    def filter(self, qs, value):
        answer = True if value == str(True) else value
        return qs.filter(**{f"answers__{self.field_name}__answer": answer}) if value else qs


class StandingColumn(BaseColumn):
    """How it stands, and what an editor can do about it: also move it to another of the
    `sessions`, each with its words."""

    cell_template_name = "events/admin/standing_cell.html"

    def __init__(self, *args: Any, event: EventSeats, sessions: list[EventSeats], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.event, self.sessions = event, sessions

    def get_cell_context_data(self, instance, parent_context):
        return {
            **super().get_cell_context_data(instance, parent_context),
            # A table's context holds the request, and not what context processors add.
            "csrf_token": get_token(parent_context["request"]),
            "fits": instance.seats.fits(instance.persons),
            "too_many": not instance.seats.can_ever_fit(instance.persons),
            "event": self.event,
            "others": [one for one in self.sessions if one.pk != instance.seats_id],
        }


def told(registrations):
    """With their seats, the first arrival and how many there were."""
    return registrations.select_related("seats").annotate(
        checked_in_at=Min("arrivals__at"), days_there=Count("arrivals")
    )


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
        "session": (_("Session"), lambda one: one.seats.start),
        "name": (_("Name"), lambda one: one.name),
        "email": (_("E-mail address"), lambda one: one.email),
        "persons": (_("Persons"), lambda one: one.persons),
        "status": (_("Status"), lambda one: one.get_status_display()),
        "registered_at": (_("Registered"), lambda one: one.registered_at),
        "verified_at": (_("Address confirmed"), lambda one: one.verified_at),
        "checked_in_at": (_("Checked in"), lambda one: one.checked_in_at),
        "days_there": (_("Days there"), lambda one: one.days_there),
    }
    columns = [
        Column("seats", label=_("Event")),
        Column("session", label=_("Session"), accessor="seats.when", sort_key="seats__start"),
        Column("name", label=_("Name"), sort_key="name"),
        Column("email", label=_("E-mail address"), sort_key="email"),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        DateColumn("registered_at", label=_("Registered"), sort_key="registered_at"),
        DateColumn("verified_at", label=_("Address confirmed"), sort_key="verified_at"),
    ]

    def get_base_queryset(self):
        return told(Registration.objects.filter(seats__in=seats_of(self.request.user)))


class EventRegistrations(RegistrationReport):
    """Of one event, with the answers to its questions."""

    template_name = "events/admin/registrations.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.event_seats = seats_for(request.user, kwargs["pk"])
        self.sessions = sessions_with_numbers(self.event_seats)

    def get_base_queryset(self):
        return told(self.event_seats.people)

    @cached_property
    def columns(self):
        session = Column(
            "session", label=_("Session"), accessor="seats.when", sort_key="seats__start"
        )
        standing = StandingColumn(
            "status",
            label=_("Status"),
            sort_key="status",
            event=self.event_seats,
            sessions=[one for one in self.sessions if one.takes_place],
        )
        return [
            Column("name", label=_("Name"), sort_key="name"),
            Column("email", label=_("E-mail address"), sort_key="email"),
            *([session] if self.sessions else []),
            Column("persons", label=_("Persons"), sort_key="persons"),
            standing,
            Column("answers", label=_("Answers"), accessor=in_words),
            DateColumn("registered_at", label=_("Registered"), sort_key="registered_at"),
            DateColumn("checked_in_at", label=_("Checked in"), sort_key="checked_in_at"),
        ]

    def get_page_subtitle(self):
        return self.event_seats.title

    def get_filename(self):
        return "registrations"

    def get_index_url(self):
        return reverse("event_people", args=[self.event_seats.pk])

    def get_index_results_url(self):
        return reverse("event_people_results", args=[self.event_seats.pk])

    @cached_property
    def asked(self) -> dict[str, tuple[str, set[Any]]]:
        """Every question that was answered: its key, its words, and the different answers."""
        found: dict[str, tuple[str, set[Any]]] = {}
        for registration in self.event_seats.people.only("answers"):
            for key, one in registration.given_answers.items():
                found.setdefault(key, (one["question"], set()))[1].add(one["answer"])
        return found

    @cached_property
    def filterset_class(self):
        filters = {
            key: AnswerFilter(
                field_name=key, label=words, choices=[(str(one), said(one)) for one in answers]
            )
            for key, (words, all_answers) in self.asked.items()
            if (answers := sorted((one for one in all_answers if one), key=str))
            and all(one is True or len(one) <= LONGEST_CHOICE for one in answers)
        }
        if choices := session_choices(self.event_seats, self.sessions):
            session = django_filters.ChoiceFilter(
                field_name="seats", label=_("Session"), choices=choices
            )
            filters = {"session": session} | filters
        return type("AnswersFilter", (PeopleFilter,), {**filters, "Meta": PeopleFilter.Meta})

    @cached_property
    def downloaded(self):
        answers = {
            key: (not_a_formula(words), lambda one, key=key: answer_of(one, key))
            for key, (words, _answers) in self.asked.items()
        }
        agreed = {"consented_at": (_("Agreed"), lambda one: one.consented_at)}
        return RegistrationReport.downloaded | answers | agreed

    @cached_property
    def header_buttons(self):
        pk = self.event_seats.pk
        return [
            HeaderButton(_("Check in"), reverse("event_door", args=[pk]), icon_name="check"),
            HeaderButton(_("Write to all"), reverse("event_write", args=[pk]), icon_name="mail"),
        ]

    def get_context_data(self, **kwargs):
        more = {"seats": self.event_seats, "sessions": self.sessions}
        return super().get_context_data(**kwargs) | more
