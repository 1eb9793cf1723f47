"""Everybody at the same moment: nobody is lost, nobody has two seats, nobody jumps the line."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from cluster.home.tree import plant_tree
from events.models import EventSeats, Registration
from events.registering.registration import cancel, register
from tests.factories import events as make

PEOPLE, SEATS, LEAVE, THREADS = 500, 50, 20, 16


def at_once(call, things):
    """Each thread takes every so-manieth of the things, in a connection of its own."""

    def some(start):
        try:
            return [call(thing) for thing in things[start::THREADS]]
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as threads:
        return [one for several in threads.map(some, range(THREADS)) for one in several]


def emails(event, status):
    found = Registration.objects.filter(seats=event.seats_id, status=status)
    return list(found.order_by("registered_at", "pk").values_list("email", flat=True))


@pytest.fixture
def event(django_db_serialized_rollback, transactional_db, settings):
    """Letters wait in a queue, as where many are expected."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    plant_tree()
    return make.event(title="Atelier", slug="atelier", registration="here", capacity=SEATS)


def test_five_hundred_at_once_for_fifty_seats_then_twenty_leave(event):
    def one(number):
        return register(event, email=f"{number}@example.org", name="N").email

    everyone = {f"{number}@example.org" for number in range(PEOPLE)}
    answered = at_once(one, [*range(PEOPLE), *range(SEATS)])

    seated, waiting = emails(event, "confirmed"), emails(event, "waiting")
    assert set(answered) == everyone
    assert (len(seated), len(waiting)) == (SEATS, PEOPLE - SEATS)
    assert {*seated, *waiting} == everyone
    assert [*seated, *waiting] == list(Registration.objects.values_list("email", flat=True))
    assert Registration.objects.filter(letter_due="standing").count() == PEOPLE

    at_once(cancel, list(Registration.objects.filter(email__in=seated[:LEAVE])))

    assert emails(event, "offered") == waiting[:LEAVE]
    assert emails(event, "waiting") == waiting[LEAVE:]
    assert emails(event, "confirmed") == seated[LEAVE:]
    assert EventSeats.objects.get(pk=event.seats_id).taken == SEATS
