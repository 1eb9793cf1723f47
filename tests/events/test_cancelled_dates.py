"""One date of several that does not take place."""

import csv
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar

from events.event_filters import in_state
from events.models import EventPage, ProgrammeEvent
from events.proposing.sessions import _changed
from events.registering.registration import RegistrationClosed, register
from tests.events.test_admin import create, form
from tests.factories import events as make
from tests.factories.course import NOW, call_off, to_choose, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


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
    rows = list(csv.DictReader(StringIO(table)))
    assert [row["session_state"] for row in rows] == states(client)
    assert {row["state"] for row in rows} == {"announced"}


def test_it_stays_in_the_agenda_marked_and_the_event_begins_with_the_next(client):
    event = call_off(weekly(), 0)

    (card,) = client.get("/fr/agenda/").context["agenda"].cards
    assert (card.session.start, card.more) == (NOW + make.DAY, 2)
    assert (card.standing.text, card.is_off) == ("Annulé", True)
    day = f"{NOW + 8 * make.DAY:%Y-%m-%d}"
    (card,) = client.get(f"/fr/agenda/?from={day}").context["agenda"].cards
    assert (card.standing.text, card.is_off) == ("", False)
    month = BeautifulSoup(client.get("/fr/agenda/?view=month").text, "html.parser")
    marks = ["Annulé" in one.text for one in month.select(".month__entry")]
    assert marks == [True, False, False]
    assert "Annulé – Cours" in client.get("/fr/agenda/feed.xml").text
    assert event.first_start == NOW + 8 * make.DAY


def test_a_cancelled_date_of_a_postponed_event_is_cancelled_for_all(client):
    event = weekly()
    event.state = "postponed"
    event.save_revision().publish()
    call_off(event, 0)

    assert states(client) == ["cancelled", "postponed", "postponed"]
    entries = Calendar.from_ical(client.get(f"{event.link}event.ics").content).events
    assert [one["status"] for one in entries] == ["CANCELLED", "TENTATIVE", "TENTATIVE"]


@pytest.mark.parametrize("fields", [{}, {"registration_for": "session"}])
def test_an_event_whose_last_date_is_called_off_is_cancelled_and_still_found(
    client, time_machine, fields
):
    event = make.event(
        slug="cours",
        registration="here",
        capacity=2,
        sessions=[make.session(NOW + day * make.DAY) for day in (1, 8)],
        **fields,
    )
    person = register(event, session=to_choose(event, 1), email="ana@example.org", name="Ana")
    time_machine.move_to(NOW + 2 * make.DAY, tick=False)
    event = call_off(event, 1)

    assert (event.public_state, event.takes_registrations) == ("cancelled", False)
    assert client.get("/api/v1/events/").json()["items"][0]["state"] == "cancelled"
    (card,) = client.get("/fr/agenda/").context["agenda"].cards
    assert card.is_off
    assert not list(EventPage.objects.filter(in_state("announced", make.timezone.now())))
    assert EventPage.objects.filter(in_state("cancelled", make.timezone.now())).get() == event
    calendar = Calendar.from_ical(client.get("/fr/agenda/calendar.ics").content)
    assert [one["status"] for one in calendar.events] == ["CONFIRMED", "CANCELLED"]
    with pytest.raises(RegistrationClosed):
        register(event, session=to_choose(event, 1), email="ben@example.org", name="Ben")
    page = client.get(f"{event.link}registration/{person.token}/").text
    assert "est annulé" in page or "n’a plus lieu" in page


def test_the_home_page_names_the_next_date_that_takes_place(client):
    event = call_off(weekly(), 0)
    make.event(title="Foire", slug="foire", sessions=[make.session(NOW + 9 * make.DAY)])
    make.event(title="Bal", slug="bal", sessions=[make.session(NOW + 2 * make.DAY)])

    shown = client.get("/fr/").context["events"]

    assert [one.title for one in shown] == ["Bal", "Cours", "Foire"]
    assert shown[1].shown.start == event.first_start


def test_dates_that_took_place_before_the_others_were_called_off_are_not_marked(
    client, time_machine
):
    event = make.event(
        slug="cours",
        registration="here",
        registration_for="session",
        sessions=[make.session(NOW + day * make.DAY) for day in (1, 8)],
    )
    time_machine.move_to(NOW + 2 * make.DAY, tick=False)
    event = call_off(event, 1)
    festival = make.event(title="Fête", slug="fete")
    festival.programme = [ProgrammeEvent(event=event)]
    festival.save_revision().publish()

    (card,) = client.get(f"/fr/agenda/?to={NOW + make.DAY:%Y-%m-%d}").context["agenda"].cards
    assert not card.is_off
    page = BeautifulSoup(client.get("/fr/agenda/fete/").text, "html.parser")
    marks = [one.select_one(".event-state").text for one in page.select(".event-card")]
    assert marks == ["Terminé", "Annulé"]


@pytest.mark.usefixtures("editor")
def test_not_all_dates_can_be_called_off_for_the_event_is_then(client):
    row = {"start": "2026-05-14 18:00", "end": "2026-05-14 20:00", "cancelled": "on"}

    answer = create(client, form(row))

    assert answer.status_code == 200
    assert "choose the state “Cancelled” instead" in answer.text
    assert not EventPage.objects.exists()
    assert create(client, form(row, state="cancelled")).status_code == 302


def test_it_is_marked_in_the_programme_it_is_part_of(client):
    event = call_off(weekly(), 1)
    festival = make.event(title="Fête", slug="fete")
    festival.programme = [ProgrammeEvent(event=event)]
    festival.save_revision().publish()

    page = BeautifulSoup(client.get("/fr/agenda/fete/").text, "html.parser")

    marks = [bool(one.select(".event-state--cancelled")) for one in page.select(".event-card")]
    assert marks == [False, True, False]


def test_a_proposed_date_that_is_moved_takes_place_again():
    session = make.session(NOW, cancelled=True)

    assert _changed(session, {"starts": NOW, "ends": NOW, "all_day": False}, 0).cancelled
    later = {"starts": NOW + make.DAY, "ends": NOW + make.DAY, "all_day": False}
    assert not _changed(session, later, 0).cancelled
