"""What an editor cannot change of an event without leaving alone people who have registered."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from .choices import RegistrationFor

if TYPE_CHECKING:
    from .models import EventPage, EventSession

SESSION_NEEDED = ngettext_lazy(
    "%(number)d person has registered for %(when)s: keep that session (it can be moved), or cancel"
    " the registration or move it to another session first, under “Registrations”.",
    "%(number)d people have registered for %(when)s: keep that session (it can be moved), or cancel"
    " their registrations or move them to another session first, under “Registrations”.",
    "number",
)
FOR_THE_EVENT = _(
    "People have registered for the whole event already: cancel their registrations first, under"
    " “Registrations”."
)
FOR_A_SESSION = _(
    "People have registered for one session already: cancel their registrations first, under"
    " “Registrations”."
)


def left_alone(event: "EventPage", sessions: "Iterable[EventSession]") -> None:
    """Raises which public sessions, still to come, people would have registered for in vain. One
    written anew at the same hours is the same."""
    if not event.seats:
        return
    kept = list(sessions)
    uids, hours = {one.uid for one in kept}, {one.hours for one in kept}
    wrong = []
    for row in event.seats.parts.filter(takes_place=True, end__gte=timezone.now()):
        people = row.registrations.standing().count()
        if people and row.uid not in uids and row.hours not in hours:
            wrong.append(
                ValidationError(SESSION_NEEDED, params={"number": people, "when": row.when})
            )
    if wrong:
        raise ValidationError(wrong)


def of_other_kind(event: "EventPage", wanted: str | None) -> ValidationError | None:
    """Where people have registered as the public event says, and it is to be otherwise."""
    public = type(event).objects.live().filter(pk=event.pk, last_end__gte=timezone.now()).first()
    if not (public and public.seats and wanted) or public.registration_for == wanted:
        return None
    people = public.seats.people.standing()
    if public.registration_for == RegistrationFor.SESSION:
        found, said = people.exclude(seats__uid=None), FOR_A_SESSION
    else:
        found, said = people.filter(seats__uid=None), FOR_THE_EVENT
    return ValidationError(said) if found.exists() else None
