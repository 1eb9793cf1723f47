"""Who came to the door, on each day anew."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from ..dates import local_day
from ..models import Registration

ARRIVED = ["arrivals", "checked_in_at", "here_on"]
NIGHT = dt.timedelta(hours=5)
"""What happens before that hour belongs to the evening before."""


def day_of(moment: dt.datetime) -> dt.date:
    return local_day(moment - NIGHT)


def note_arrivals(registration: Registration, moments: Iterable[dt.datetime]) -> None:
    """In memory; those that come later on the same day are left out."""
    days: dict[dt.date, dt.datetime] = {}
    for moment in sorted(moments):
        days.setdefault(day_of(moment), moment)
    registration.arrivals = [moment.isoformat() for moment in days.values()]
    registration.checked_in_at = next(iter(days.values()), None)
    registration.here_on = max(days, default=None)


@transaction.atomic
def tick(pk: int, now: dt.datetime, *, here: bool) -> None:
    """Says whether somebody is here today; two doors at the same moment agree."""
    registration = Registration.objects.select_for_update().get(pk=pk)
    moments = [dt.datetime.fromisoformat(one) for one in registration.arrivals]
    today = day_of(now)
    if here:
        moments.append(now)
    else:
        moments = [moment for moment in moments if day_of(moment) != today]
    note_arrivals(registration, moments)
    registration.save(update_fields=ARRIVED)
