"""What programs get of the agenda, field by field."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from events import schemas
from events.models import EventPage, EventPerson
from events.registering.registration import register
from tests.contract import holds, holds_as_written, parameters
from tests.factories import events as make
from tests.factories.directory import branch, profile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("agenda")]
ROOT = "/api/v1/events/"
HERE = ZoneInfo("Europe/Luxembourg")
NIGHT = dt.datetime(2026, 10, 25, 1, tzinfo=HERE)


@pytest.fixture
def agenda(tree, time_machine):
    """One with everything an event can have, one of which hardly anything is known, and one whose
    sessions have their own seats."""
    time_machine.move_to("2026-05-04 10:00:00+02:00", tick=False)
    full_day()
    make.event(
        title="Online",
        slug="online",
        format="online",
        registration="elsewhere",
        registration_url="https://example.org/tickets",
        sessions=[make.session(dt.datetime(2026, 6, 1, 18, tzinfo=HERE))],
    )
    first = dt.datetime(2026, 12, 1, 18, tzinfo=HERE)
    course = make.event(
        title="Cours",
        slug="cours",
        registration="here",
        registration_for="session",
        sessions=[make.session(first, capacity=1), make.session(first + make.DAY)],
    )
    course = EventPage.objects.for_details().get(pk=course.pk)
    register(course, session=course.sessions.all()[0], email="ada@example.org", name="Ada")


def full_day():
    full = make.event(
        title="Journée",
        slug="journee",
        introduction="En ville.",
        body="<p>Tout <b>le jour</b>.</p>",
        event_type="conference",
        format="hybrid",
        venue="Halle",
        address="1, Grand-Rue",
        locality="Clervaux",
        online_url="https://example.org/live",
        access_notes="Sans marche.",
        free=False,
        price="25 €",
        languages=["lb", "fr"],
        registration="here",
        capacity=50,
        branches=[branch()],
        sessions=[
            # The night in which an hour comes twice, and a whole day.
            make.session(NIGHT, NIGHT.replace(hour=5)),
            make.session(dt.datetime(2026, 11, 2, 9, tzinfo=HERE), all_day=True),
        ],
    )
    full.people = [
        EventPerson(profile=profile("Anna Weber"), role="speaker"),
        EventPerson(name="Maison", role="organiser"),
    ]
    full.save_revision().publish()
    register(full, email="ada@example.org", name="Ada")


@pytest.mark.parametrize(
    ("name", "address", "schema"),
    [
        ("events", "?lang=en", schemas.EventListOut),
        ("event", "journee/?lang=en", schemas.EventDetailOut),
        ("event-with-seats-per-session", "cours/?lang=fr", schemas.EventDetailOut),
        ("event-of-few-words", "online/", schemas.EventDetailOut),
    ],
)
def test_an_answer_is_what_was_promised(client: Client, name, address, schema):
    response = client.get(ROOT + address)

    assert response.status_code == 200
    holds(f"events/{name}", response.json(), schema)


def test_a_refusal_names_the_parameter(client: Client):
    response = client.get(f"{ROOT}?branch=nowhere&lang=en")

    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    holds_as_written("events/refused", response.json())


def test_every_parameter_is_described(client: Client):
    holds_as_written("events/parameters", parameters(client, ROOT))
