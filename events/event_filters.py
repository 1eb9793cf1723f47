"""What the editors' list of events can be narrowed by."""

from django.db.models import Exists, F, OuterRef, Q
from django.forms import RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from .choices import EventType, PublicState, State
from .models import EventPage, EventSession, in_review

DRAFT = pgettext_lazy("state of an event", "Draft")
WAITING = pgettext_lazy("state of an event", "Proposed, waits for review")
FULL = Q(seats__capacity__lte=F("seats__taken")) | Q(registration="elsewhere", sold_out=True)


def in_state(state, now):
    """As `events.states.state_of` tells it of one event."""
    if state == "draft":
        return Q(live=False)
    if state == PublicState.POSTPONED:
        return Q(live=True, state=state)
    over = Q(last_end__lt=now, last_end__isnull=False)
    if state == PublicState.OVER:
        return Q(live=True, state=State.ANNOUNCED) & over
    coming = Q(live=True, state=State.ANNOUNCED) & (Q(last_end=None) | Q(last_end__gte=now))
    left = EventSession.objects.filter(page=OuterRef("pk"), end__gte=now)
    called_off = Q(Exists(left)) & ~Q(Exists(left.filter(cancelled=False)))
    if state == PublicState.CANCELLED:
        return Q(live=True, state=state) | coming & called_off
    coming &= ~called_off
    if state == PublicState.FULL:
        return coming & FULL
    free = Q(seats=None) | Q(seats__capacity=None) | Q(seats__capacity__gt=F("seats__taken"))
    return coming & free & ~Q(registration="elsewhere", sold_out=True)


class StateFilter(ChoiceFilter):
    def filter(self, qs, value):
        if value == "waiting":
            return qs.filter(pk__in=in_review("waiting").order_by().values("pk"))
        return qs.filter(in_state(value, timezone.now())) if value else qs


class WhenFilter(ChoiceFilter):
    def filter(self, qs, value):
        now = timezone.now()
        when = {"coming": Q(last_end__gte=now), "past": Q(last_end__lt=now)}
        return qs.filter(when[value]) if value in when else qs


class SeatsFilter(ChoiceFilter):
    def filter(self, qs, value):
        if value == "few":
            soon = EventPage.objects.few_seats_taken(timezone.now())
            return qs.filter(pk__in=soon.order_by().values("pk"))
        return qs.filter(waiting__gt=0) if value == "waiting" else qs


class EventFilterSet(WagtailFilterSet):
    state = StateFilter(
        label=_("State"),
        choices=[("draft", DRAFT), ("waiting", WAITING), *PublicState.choices],
        widget=RadioSelect,
    )
    event_type = ChoiceFilter(label=_("Kind"), choices=EventType.choices, widget=RadioSelect)
    when = WhenFilter(
        label=_("When"),
        choices=[("coming", _("Under way or to come")), ("past", _("Past"))],
        widget=RadioSelect,
    )
    first_start = DateFromToRangeFilter(label=_("First session"), widget=DateRangePickerWidget)
    seats = SeatsFilter(
        label=_("Registrations"),
        choices=[
            ("few", _("Soon, with less than a third of the seats taken")),
            ("waiting", _("With a waiting list")),
        ],
        widget=RadioSelect,
    )

    class Meta:
        model = EventPage
        fields: list[str] = []
