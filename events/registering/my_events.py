"""What a member has registered for and is still to come."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import get_language

from cluster.core.sections import with_address

from ..dates import local_day
from ..member_data import registrations_of
from ..models import EventPage, EventSession, Registration

if TYPE_CHECKING:
    from cluster.accounts.models import User

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Mine:
    registration: Registration
    event: EventPage

    @property
    def day(self) -> dt.date | None:
        """The first of it, or of the session they chose."""
        start = self.registration.seats.start or self.event.first_start
        return start and local_day(start)

    @property
    def url(self) -> str:
        return f"{self.event.link}registration/{self.registration.token}/"


def coming_events_of(user: "User") -> list[Mine]:
    """The next first, each session for itself, in the language the member reads; three queries,
    however many there are."""
    now = timezone.now()
    off = EventSession.objects.filter(seats=OuterRef("seats"), cancelled=True, page__live=True)
    held = registrations_of(user).standing().exclude(seats__end__lt=now)
    held = held.annotate(called_off=Exists(off))
    mine = list(held.order_by("pk"))
    if not mine:
        return []
    keys = {one.seats.translation_key for one in mine}
    coming = EventPage.objects.filter(translation_key__in=keys, last_end__gte=now)
    found = with_address(coming).in_language(get_language() or "fr").select_related("locale")
    events = {one.translation_key: one for one in found}
    shown = [
        Mine(one, events[one.seats.translation_key])
        for one in mine
        if one.seats.translation_key in events
    ]
    return sorted(shown, key=lambda one: one.day or dt.date.max)[:SHOWN]
