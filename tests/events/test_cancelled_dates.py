"""One date of several that does not take place."""

import csv
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from events.event_filters import in_state
from events.models import EventPage, EventSession, ProgrammeEvent, Registration
from events.proposing.sessions import _changed
from events.registering.changes import _told_of
from events.registering.registration import RegistrationClosed, cancel, confirm, register
from events.registering.tending import remind, send_letters
from tests.events.test_admin import create, form
from tests.factories import events as make
from tests.factories.course import FIRST, NOW, course, sessions_of, sign_up, standing
from tests.factories.members import MemberFactory

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
    person = register(event, session=_to_choose(event, 1), email="ana@example.org", name="Ana")
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
        register(event, session=_to_choose(event, 1), email="ben@example.org", name="Ben")
    page = client.get(f"{event.link}registration/{person.token}/").text
    assert "est annulé" in page or "n’a plus lieu" in page


@pytest.mark.usefixtures("editor")
def test_not_all_dates_can_be_called_off_for_the_event_is_then(client):
    row = {"start": "2026-05-14 18:00", "end": "2026-05-14 20:00", "cancelled": "on"}

    answer = create(client, form(row))

    assert answer.status_code == 200
    assert "choose the state “Cancelled” instead" in answer.text
    assert not EventPage.objects.exists()


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
    assert (event.seats_left, event.all_seats) == (5, 6)


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


def test_an_editor_is_reminded_that_people_do_not_hear_of_it():
    event = weekly()
    before = _told_of(event)

    assert _told_of(call_off(event, 0)) != before


def test_a_translation_that_is_behind_gives_no_seat_for_it_either():
    event = course()
    ana, _ben = sign_up(event, 0, "ana", "ben")
    _event, sessions = sessions_of(event)
    again = [make.session(one.start, uid=one.uid, capacity=one.capacity) for one in sessions]
    behind = make.event(
        slug="course",
        language="en",
        translation_of=event,
        sessions=again,
        registration="here",
        registration_for="session",
    )
    call_off(event, 0)

    cancel(ana)
    behind, sessions = sessions_of(behind)
    with pytest.raises(RegistrationClosed):
        register(behind, session=sessions[0], email="cleo@example.org", name="C")
    assert standing(event, 0) == {"ana": "cancelled", "ben": "waiting"}
    assert [one.takes_place for one in event.seats.parts] == [False, True, True]


def test_nobody_is_reminded_of_it_until_it_takes_place_again(time_machine):
    event = course()
    (ana,) = sign_up(event, 0, "ana")
    confirm(ana)
    send_letters(NOW)
    call_off(event, 0)
    time_machine.move_to(FIRST - 20 * make.HOUR, tick=False)

    assert remind(make.timezone.now()) == 0
    EventSession.objects.update(cancelled=False)
    assert remind(make.timezone.now()) == 1


@pytest.mark.usefixtures("editor")
def test_the_door_expects_nobody_who_registered_for_it(client):
    event = course()
    for number, name in enumerate(("ana", "ben")):
        confirm(sign_up(event, number, name)[0])
    event = call_off(event, 0)

    page = client.get(reverse("event_door", args=[event.seats_id]))

    assert [one.registration.name for one in page.context["rows"]] == ["ben"]
    assert page.context["expected"] == 1


def test_a_member_sees_in_their_space_that_it_does_not_take_place(client):
    member = MemberFactory()
    event = course()
    sign_up(event, 0, member.email.partition("@")[0])
    Registration.objects.update(email=member.email)
    EmailAddress.objects.get_or_create(user=member, email=member.email, verified=True)
    call_off(event, 0)
    client.force_login(member)

    client.get("/me/")  # leads to the profile, once
    assert "n’a pas lieu" in client.get("/me/").text


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


def _to_choose(event, number):
    found, sessions = sessions_of(event)
    return sessions[number] if found.per_session else None


def _token(event, name):
    sessions = EventSession.objects.filter(page=event).values("seats")
    found = event.seats.people.filter(seats__in=sessions, email=f"{name}@example.org")
    return found.get().token
