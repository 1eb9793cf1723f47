"""Which registrations an editor may see: those of events they may publish, in whatever language."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from cluster.core.desk import publishable

from ..models import EventPage, EventSeats


def seats_of(user: Any) -> QuerySet[EventSeats]:
    pages = publishable(EventPage.objects.all(), user)
    return EventSeats.objects.filter(pk__in=pages.order_by().values("seats"))


def seats_for(user: Any, pk: int) -> EventSeats:
    """Raises Http404 or PermissionDenied."""
    seats = get_object_or_404(EventSeats, pk=pk)
    if not seats_of(user).filter(pk=pk).exists():
        raise PermissionDenied
    return seats
