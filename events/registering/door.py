"""Checking in at the door: the people of an event, or of one session, on a phone, one tap each,
without scripts; on each day anew."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..dates import local
from ..models import EventSeats, Registration, RegistrationStatus
from .access import seats_for
from .arrivals import day_of, tick
from .sessions import narrowed, number_in, sessions_with_numbers
from .ticket import registration_with

SHOWN, WORDS = 60, 10
KEPT = ("q", "person", "session")


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, pk: int) -> HttpResponse:
    seats = seats_for(request.user, pk)
    if request.method == "POST":
        return _tick(request, seats)
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
        "rows": [_line(one) for one in found[:SHOWN]],
        "more": max(found.count() - SHOWN, 0),
        "here": _persons(coming.filter(here_on=day_of(timezone.now()))),
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


def _line(registration: Any) -> Any:
    """With `since`, if they are here today, and `before`, if they were here on other days."""
    moments = [dt.datetime.fromisoformat(one) for one in registration.arrivals]
    today = day_of(timezone.now())
    registration.since = next((local(one) for one in moments if day_of(one) == today), None)
    registration.before = [day_of(one) for one in moments if day_of(one) != today]
    return registration


def _coming(seats: EventSeats) -> QuerySet[Registration]:
    coming = seats.people.filter(status=RegistrationStatus.CONFIRMED)
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
    row = get_object_or_404(_coming(seats), pk=number_in(request.POST.get("registration", "")))
    tick(row.pk, timezone.now(), here=request.POST.get("here") == "yes")
    kept = {name: request.POST[name] for name in KEPT if request.POST.get(name)}
    address = reverse("event_door", args=[seats.pk])
    return HttpResponseRedirect(f"{address}?{urlencode(kept)}#r{row.pk}")
