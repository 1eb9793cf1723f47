"""Everybody at the same moment: nobody is lost, nobody has two seats, nobody jumps the line."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.utils import timezone

from events.models import EventPage, EventSeats, Registration
from events.registering.registration import NoSeat, cancel, change_session, register
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
    """`event`, or a session of one."""
    found = Registration.objects.filter(seats=event.seats_id, status=status)
    return list(found.order_by("registered_at", "pk").values_list("email", flat=True))


@pytest.fixture
def open_event(transactional_db, settings):
    """Letters wait in a queue, as where many are expected."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def made(**fields):
        return make.event(title="Atelier", slug="atelier", registration="here", **fields)

    return made


@pytest.fixture
def event(open_event):
    return open_event(capacity=SEATS)


def test_five_hundred_at_once_for_fifty_seats_then_twenty_leave(event):
    of_thread = threading.local()

    def one(number):
        """From one network, as in a lecture hall or behind a mobile carrier."""
        of_thread.client = getattr(of_thread, "client", None) or Client()
        typed = {"name": "N", "email": f"{number}@example.org"}
        return of_thread.client.post(f"{event.link}registration/", typed).status_code

    everyone = {f"{number}@example.org" for number in range(PEOPLE)}
    answered = at_once(one, [*range(PEOPLE), *range(SEATS)])

    seated, waiting = emails(event, "confirmed"), emails(event, "waiting")
    assert set(answered) == {302}
    assert (len(seated), len(waiting)) == (SEATS, PEOPLE - SEATS)
    assert {*seated, *waiting} == everyone
    assert [*seated, *waiting] == list(Registration.objects.values_list("email", flat=True))
    assert Registration.objects.filter(letter_due="standing").count() == PEOPLE

    at_once(cancel, list(Registration.objects.filter(email__in=seated[:LEAVE])))

    assert emails(event, "offered") == waiting[:LEAVE]
    assert emails(event, "waiting") == waiting[LEAVE:]
    assert emails(event, "confirmed") == seated[LEAVE:]
    assert EventSeats.objects.get(pk=event.seats_id).taken == SEATS


def two_sessions(open_event, *capacities):
    start = timezone.now() + 9 * make.DAY
    sessions = [
        make.session(start + day * make.DAY, capacity=capacity)
        for day, capacity in enumerate(capacities)
    ]
    event = open_event(registration_for="session", sessions=sessions)
    return EventPage.objects.for_details().get(pk=event.pk)


def test_eighty_at_once_for_two_sessions_of_ten_and_fifteen_seats_then_some_leave(open_event):
    event = two_sessions(open_event, 10, 15)
    sessions = list(event.sessions.all())
    asked = [(f"{number}@example.org", sessions[number % 2]) for number in range(80)]
    # Some come to both, and some click twice.
    asked += [(email, sessions[number % 2]) for number, (email, _one) in enumerate(asked[1:7])]
    asked += asked[:12]

    at_once(lambda one: register(event, session=one[1], email=one[0], name="N"), asked)

    line = {}
    for session, seats in zip(sessions, (10, 15), strict=True):
        seated, waiting = emails(session, "confirmed"), emails(session, "waiting")
        everyone = {email for email, wanted in asked if wanted == session}
        assert (len(seated), len(waiting)) == (seats, 43 - seats)
        assert {*seated, *waiting} == everyone
        of_session = Registration.objects.filter(seats=session.seats_id)
        assert [*seated, *waiting] == list(of_session.values_list("email", flat=True))
        line[session] = seated, waiting

    leave = dict(zip(sessions, (4, 7), strict=True))
    leaving = Q()
    for session, number in leave.items():
        leaving |= Q(seats=session.seats_id, email__in=line[session][0][:number])
    at_once(cancel, list(Registration.objects.filter(leaving)))

    for session, number in leave.items():
        seated, waiting = line[session]
        assert emails(session, "offered") == waiting[:number]
        assert emails(session, "waiting") == waiting[number:]
        assert emails(session, "confirmed") == seated[number:]
    taken = EventSeats.objects.filter(translation_key=event.translation_key).order_by("capacity")
    assert list(taken.values_list("capacity", "taken")) == [(10, 10), (15, 15), (25, 25)]


def test_people_moved_between_two_sessions_at_once_are_counted_once_each(open_event):
    event = two_sessions(open_event, 6, 6)
    here, there = event.sessions.all()
    people = [
        register(event, session=session, email=f"{number}@example.org", name="N")
        for number, session in enumerate([here] * 4 + [there] * 4)
    ]

    def swap(person):
        to = there if person.seats_id == here.seats_id else here
        try:
            return change_session(person, to.seats).seats_id
        except NoSeat:
            return person.seats_id

    at_once(swap, people)

    for session in (here, there):
        seats = EventSeats.objects.get(pk=session.seats_id)
        assert seats.taken == len(emails(session, "confirmed")) <= 6
    assert EventSeats.objects.get(pk=event.seats_id).taken == 8
