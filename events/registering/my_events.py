"""What a member has registered for and is still to come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import get_language

from cluster.core.sections import with_address

from ..member_data import registrations_of
from ..models import EventPage, Registration, RegistrationStatus

if TYPE_CHECKING:
    from cluster.accounts.models import User

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Mine:
    registration: Registration
    event: EventPage

    @property
    def url(self) -> str:
        return f"{self.event.link}registration/{self.registration.token}/"


def coming_events_of(user: "User") -> list[Mine]:
    """The next first, in the language the member reads; three queries, however many there are."""
    held = registrations_of(user).exclude(status=RegistrationStatus.CANCELLED)
    mine = {one.seats_id: one for one in held}
    if not mine:
        return []
    coming = with_address(EventPage.objects.filter(seats__in=mine, last_end__gte=timezone.now()))
    found = coming.in_language(get_language() or "fr").select_related("locale")
    return [Mine(mine[one.seats_id], one) for one in found.order_by("first_start", "pk")[:SHOWN]]
