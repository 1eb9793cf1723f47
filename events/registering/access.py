"""Which registrations an editor may see: those of events they may publish, in whatever language."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from cluster.core.desk import publishable

from ..models import EventPage, EventSeats
from ..models.seats import SeatsQuerySet


def seats_of(user: Any) -> SeatsQuerySet:
    """Of whole events, and of their sessions."""
    pages = publishable(EventPage.objects.all(), user)
    return EventSeats.objects.filter(translation_key__in=pages.order_by().values("translation_key"))


def seats_for(user: Any, pk: int) -> EventSeats:
    """Of a whole event. Raises Http404 or PermissionDenied."""
    seats = get_object_or_404(EventSeats, pk=pk, uid=None)
    if not seats_of(user).filter(pk=pk).exists():
        raise PermissionDenied
    return seats
