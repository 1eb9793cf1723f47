"""What letters about an event bring to a calendar."""

import datetime as dt

import pytest
from django.core import mail
from icalendar import Calendar

from events.models import EventMailing, EventPerson, MailingCopy
from events.registering.registration import cancel, confirm, register
from events.registering.tending import send_letters
from tests.factories import events as make
from tests.factories.directory import profile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)


@pytest.fixture
def event(time_machine):
    time_machine.move_to(NOW, tick=False)
    event = make.event(title="Atelier", slug="atelier", capacity=1, registration="here")
    event.people = [EventPerson(profile=profile("Anna; Weber"), role="organiser")]
    event.save_revision().publish()
    return event


def sent():
    """To whom, the method, and the one entry of the calendar attached."""
    send_letters(NOW)
    found = []
    for one in mail.outbox:
        for _name, content, kind in [file for file in one.attachments if file[0] == "event.ics"]:
            calendar = Calendar.from_ical(content)
            assert kind == f"text/calendar; method={calendar['method']}"
            parts = [part for part in one.message().walk() if part.get_filename() == "event.ics"]
            assert [part.get_param("method") for part in parts] == [str(calendar["method"])]
            found.append((one.to[0][:3], str(calendar["method"]), calendar.events[0]))
    mail.outbox.clear()
    return found


def test_every_letter_to_who_has_a_seat_or_had_one_brings_the_dates(event, time_machine):
    ana = register(event, email="ana@example.org", name="Ana")
    ben = register(event, email="ben@example.org", name="Ben")
    for one in (ana, ben):
        confirm(one)
    [(to, method, first)] = sent()
    assert (to, method, first["status"]) == ("ana", "PUBLISH", "CONFIRMED")
    assert first["organizer"] == "mailto:cluster@example.org"
    assert first["organizer"].params["CN"] == "Anna; Weber"
    assert "attendee" not in first

    time_machine.shift(3600)
    cancel(ana)
    told = {to: (method, entry) for to, method, entry in sent()}
    assert {to: (method, entry["status"]) for to, (method, entry) in told.items()} == {
        "ana": ("CANCEL", "CANCELLED"),
        "ben": ("PUBLISH", "TENTATIVE"),
    }
    assert told["ana"][1]["uid"] == first["uid"]
    assert told["ana"][1]["sequence"] > first["sequence"]


@pytest.mark.parametrize(
    ("state", "method"),
    [("announced", "PUBLISH"), ("postponed", "PUBLISH"), ("cancelled", "CANCEL")],
)
def test_an_editors_letter_brings_what_became_of_the_event(event, state, method):
    ana = confirm(register(event, email="ana@example.org", name="Ana"))
    sent()
    event.state = state
    event.save_revision().publish()
    mailing = EventMailing.objects.create(seats=ana.seats, subject="Nouveau", text="…")
    MailingCopy.objects.create(mailing=mailing, registration=ana)

    [(_to, said, entry)] = sent()

    assert said == method
    assert (entry["status"] == "CANCELLED") is (method == "CANCEL")


def test_a_calendar_of_many_names_who_makes_each_without_asking_for_each(
    client, event, django_assert_num_queries
):
    make.event(title="Sans", slug="sans")
    client.get("/fr/agenda/calendar.ics")

    with django_assert_num_queries(4):
        entries = Calendar.from_ical(client.get("/fr/agenda/calendar.ics").content).events

    names = {str(one["summary"]): one["organizer"].params["CN"] for one in entries}
    assert names["Atelier"] == "Anna; Weber"
    assert names["Sans"]
    assert {one["organizer"] for one in entries} == {"mailto:cluster@example.org"}


def test_the_calendar_of_a_letter_speaks_the_language_of_whoever_gets_it(event):
    confirm(register(event, email="ana@example.org", name="Ana", language="de"))

    [(_to, _method, entry)] = sent()

    assert entry["categories"].to_ical() == b"Treffen"
