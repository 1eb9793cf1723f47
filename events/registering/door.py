"""Checking in at the door: the people of an event, or of one session, on a phone, one tap each,
without scripts; on each day anew."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import Q, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..models import EventSeats, Registration, RegistrationStatus
from ..models.arrival import day_of
from .access import seats_for
from .sessions import narrowed, number_in, sessions_with_numbers
from .ticket import registration_with
from .times import called_off_seats

SHOWN, WORDS = 60, 10
KEPT = ("q", "person", "session")


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, pk: int) -> HttpResponse:
    seats = seats_for(request.user, pk)
    if request.method == "POST":
        return _tick(request, seats)
    today = day_of(timezone.now())
    query, person = request.GET.get("q", "").strip(), request.GET.get("person", "")
    part = narrowed(seats, request.GET.get("session", ""))
    coming = _coming(part)
    found = _found(coming, query, person)
    context = {
        "seats": seats,
        "part": part,
        "sessions": [one for one in sessions_with_numbers(seats) if one.takes_place],
        "query": query,
        "person": person,
        "rows": _lines(found[:SHOWN], today),
        "more": max(found.count() - SHOWN, 0),
        "here": _persons(coming.filter(arrivals__day=today)),
        "expected": _persons(coming),
    }
    return render(request, "events/admin/door.html", context)


@require_safe
def open_ticket(request: HttpRequest, ticket: str) -> HttpResponse:
    """Leads to the person's line; nobody is checked in by following a link."""
    registration = registration_with(ticket)
    if registration is None:
        raise Http404
    seats = seats_for(request.user, registration.seats.whole.pk)
    return redirect(f"{reverse('event_door', args=[seats.pk])}?person={registration.pk}")


@dataclass(frozen=True, slots=True)
class Line:
    """`since` when they are here today, if they are; `before`, the other days they were."""

    registration: Registration
    since: dt.datetime | None
    before: list[dt.date]


def _lines(rows: QuerySet[Registration], today: dt.date) -> list[Line]:
    """Two queries."""
    found = []
    for row in rows.prefetch_related("arrivals"):
        days = {one.day: one.at for one in row.arrivals.all()}
        since = days.pop(today, None)
        found.append(Line(row, since, list(days)))
    return found


def _coming(seats: EventSeats) -> QuerySet[Registration]:
    """Without those whose date is cancelled."""
    coming = seats.people.filter(status=RegistrationStatus.CONFIRMED)
    coming = coming.exclude(seats__in=called_off_seats())
    return coming.select_related("seats").order_by("name", "pk")


def _found(coming: QuerySet[Registration], query: str, person: str) -> QuerySet[Registration]:
    if person.isdecimal() and len(person) < 19:
        return coming.filter(pk=int(person))
    words = query.replace("\x00", "").split()
    for word in words[:WORDS]:
        coming = coming.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return coming


def _persons(registrations: QuerySet[Registration]) -> int:
    return registrations.aggregate(number=Sum("persons"))["number"] or 0


def _tick(request: HttpRequest, seats: EventSeats) -> HttpResponse:
    """Says what is to be rather than the other: two taps, or two doors, agree."""
    now = timezone.now()
    day = {"day": day_of(now)}
    with transaction.atomic():
        # The status once more, which somebody may have changed while this waited.
        coming = Registration.objects.filter(
            pk__in=_coming(seats).values("pk"), status=RegistrationStatus.CONFIRMED
        )
        number = number_in(request.POST.get("registration", ""))
        row = get_object_or_404(coming.select_for_update(), pk=number)
        if request.POST.get("here") == "yes":
            row.arrivals.get_or_create(**day, defaults={"at": now})
        else:
            row.arrivals.filter(**day).delete()
    kept = {name: request.POST[name] for name in KEPT if request.POST.get(name)}
    address = reverse("event_door", args=[seats.pk])
    return HttpResponseRedirect(f"{address}?{urlencode(kept)}#r{row.pk}")
