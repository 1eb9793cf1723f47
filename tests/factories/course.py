"""An event for each session of which people register."""

import datetime as dt

from events.models import EventPage, Registration
from events.registering.registration import register
from tests.factories import events as make

NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
FIRST, SECOND, THIRD = (NOW + days * make.DAY for days in (10, 20, 30))


def course(*capacities, **fields):
    """Three evenings; the first has one seat, the second two, the third as many as the event."""
    capacities = capacities or (1, 2, None)
    days = zip((FIRST, SECOND, THIRD), capacities, strict=True)
    usual = {"capacity": 3, "registration": "here", "registration_for": "session"}
    sessions = [make.session(start, capacity=capacity) for start, capacity in days]
    return make.event(title="Cours", slug="cours", sessions=sessions, **usual | fields)


def sessions_of(event):
    found = EventPage.objects.for_details().get(pk=event.pk)
    return found, list(found.sessions.all())


def sign_up(event, number, *names, **fields):
    """For the session of this number, from 0."""
    found, sessions = sessions_of(event)
    return [
        register(found, session=sessions[number], email=f"{n}@example.org", name=n, **fields)
        for n in names
    ]


def standing(event, number):
    _event, sessions = sessions_of(event)
    found = Registration.objects.filter(seats=sessions[number].seats_id)
    return dict(found.values_list("name", "status"))


def typed(event, number, name="ana", **more):
    _event, sessions = sessions_of(event)
    uid = str(sessions[number].uid)
    return {"name": name, "email": f"{name}@example.org", "session": uid, **more}


def call_off(event, *numbers):
    """Says that the dates of these numbers, from 0, do not take place."""
    event = EventPage.objects.get(pk=event.pk)
    sessions = list(event.sessions.all())
    for number in numbers:
        sessions[number].cancelled = True
    event.sessions = sessions
    event.save_revision().publish()
    return EventPage.objects.for_details().get(pk=event.pk)


def weekly():
    days = (1, 8, 15)
    sessions = [make.session(make.timezone.now() + day * make.DAY) for day in days]
    return make.event(title="Cours", slug="cours", sessions=sessions)


def to_choose(event, number):
    """The session of this number, where people register for one."""
    found, sessions = sessions_of(event)
    return sessions[number] if found.per_session else None
