"""One date of several that does not take place."""

import csv
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from icalendar import Calendar

from events.models import EventPage, EventSession
from events.registering.registration import RegistrationClosed, register
from events.registering.tending import send_letters
from tests.factories import events as make
from tests.factories.course import NOW, course, sign_up, standing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


def call_off(event, *numbers):
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


def states(client):
    (found,) = client.get("/api/v1/events/").json()["items"]
    return [one["state"] for one in found["sessions"]]


def test_it_stays_marked_on_its_page_in_calendars_and_for_programs(client):
    event = call_off(weekly(), 0)

    assert states(client) == ["cancelled", "announced", "announced"]
    page = BeautifulSoup(client.get(event.link).text, "html.parser")
    marks = [one.select_one(".event-state--cancelled") for one in page.select(".event-sessions li")]
    assert [bool(one) for one in marks] == [True, False, False]
    for calendar in (f"{event.link}event.ics", "/fr/agenda/calendar.ics"):
        entries = Calendar.from_ical(client.get(calendar).content).events
        assert [one["status"] for one in entries] == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    table = client.get("/fr/agenda/events.csv").content.decode("utf-8-sig")
    assert [row["state"] for row in csv.DictReader(StringIO(table))] == states(client)


def test_the_agenda_shows_the_next_that_takes_place(client):
    event = call_off(weekly(), 0)

    (card,) = client.get("/fr/agenda/").context["agenda"].cards
    assert (card.session.start, card.more) == (event.sessions.all()[1].start, 1)
    day = NOW + make.DAY
    assert (
        client.get(f"/fr/agenda/?from={day:%Y-%m-%d}&to={day:%Y-%m-%d}").context["agenda"].count
        == 0
    )
    assert event.first_start == event.sessions.all()[1].start


def test_an_event_all_of_whose_dates_are_cancelled_is_still_found(client):
    call_off(weekly(), 0, 1, 2)

    assert states(client) == ["cancelled"] * 3
    assert client.get("/fr/agenda/").context["agenda"].count == 1


def test_nobody_can_register_for_it_and_its_seats_are_not_offered(client):
    event = course()
    sign_up(event, 0, "ana", "ben")
    event = call_off(event, 0)

    form = client.get(f"{event.link}registration/").context["form"]
    assert str(event.sessions.all()[0].uid) not in dict(form.fields["session"].choices)
    with pytest.raises(RegistrationClosed):
        register(event, session=event.sessions.all()[0], email="cleo@example.org", name="C")
    client.post(f"{event.link}registration/{_token(event, 'ana')}/", {"action": "cancel"})
    assert standing(event, 0) == {"ana": "cancelled", "ben": "waiting"}
    assert (event.seats_left, event.all_seats) == (5, 5)


def test_who_registered_for_it_reads_so_and_the_next_letter_takes_it_out_of_the_calendar(client):
    event = course()
    sign_up(event, 0, "ana")
    send_letters(NOW)
    mail.outbox.clear()
    event = call_off(event, 0)

    page = client.get(f"{event.link}registration/{_token(event, 'ana')}/").text
    assert "Cette date n’a plus lieu" in page
    client.post(f"{event.link}registration/{_token(event, 'ana')}/", {"action": "cancel"})
    send_letters(NOW)
    (letter,) = mail.outbox
    assert Calendar.from_ical(letter.attachments[0][1])["method"] == "CANCEL"


def test_who_registered_for_all_of_them_is_told_which_one_does_not_take_place(client):
    event = make.event(
        slug="cours",
        registration="here",
        sessions=[make.session(make.timezone.now() + day * make.DAY) for day in (1, 8)],
    )
    event = call_off(event, 0)
    person = register(event, email="ana@example.org", name="Ana")
    send_letters(NOW)

    (letter,) = mail.outbox
    first, second = letter.body.split("\n\n")[2].split("\n")[:2]
    assert (first.endswith("– Annulé"), second.endswith("– Annulé")) == (True, False)
    entries = Calendar.from_ical(letter.attachments[0][1]).events
    assert [one["status"] for one in entries] == ["CANCELLED", "CONFIRMED"]
    page = BeautifulSoup(
        client.get(f"{event.link}registration/{person.token}/").text, "html.parser"
    )
    assert len(page.select(".event-sessions .event-state--cancelled")) == 1


def _token(event, name):
    sessions = EventSession.objects.filter(page=event).values("seats")
    found = event.seats.people.filter(seats__in=sessions, email=f"{name}@example.org")
    return found.get().token
