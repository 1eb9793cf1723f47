"""What letters, pages, clocks and a member's data say of seats at one session."""

import datetime as dt
import json
import re
import zipfile
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from cluster.accounts.privacy import archive
from events.member_data import erase_registrations
from events.models import EventSeats, Registration
from events.registering.registration import (
    accept,
    cancel,
    confirm,
)
from events.registering.tending import forget, move_lines, send_letters
from tests.factories import events as make
from tests.factories.course import (
    FIRST,
    NOW,
    SECOND,
    course,
    sessions_of,
    sign_up,
    standing,
    typed,
)
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


def test_the_letter_names_that_session_alone_and_brings_its_date_and_code(client):
    event = course()
    _event, sessions = sessions_of(event)
    client.post(f"{event.link}registration/", typed(event, 1))
    send_letters(NOW)

    (letter,) = mail.outbox
    assert "24 mai 2026" in letter.body
    assert "14 mai 2026" not in letter.body
    assert [name for name, _content, _type in letter.attachments] == ["event.ics", "ticket.png"]
    (entry,) = Calendar.from_ical(letter.attachments[0][1]).events
    assert entry["dtstart"].dt == SECOND
    assert entry["uid"].startswith(str(sessions[1].uid))
    assert entry["uid"] in client.get(f"{event.link}event.ics").text.replace("\r\n ", "")


def test_the_mailed_link_shows_that_session_and_cancels_it_alone(client):
    event = course()
    for number in (0, 1):
        sign_up(event, number, "ana")
    link = f"{event.link}registration/{Registration.objects.last().token}/"
    page = client.get(link)

    assert ("24 mai 2026" in page.text, "14 mai 2026" in page.text) == (True, False)
    assert client.get(f"{link}ticket.svg").status_code == 200
    client.post(link, {"action": "cancel"})
    assert (standing(event, 0), standing(event, 1)) == (
        {"ana": "confirmed"},
        {"ana": "cancelled"},
    )


def test_an_offer_lasts_no_longer_than_until_its_session_and_is_accepted(time_machine):
    event = course()
    ana, ben, _cleo = sign_up(event, 0, "ana", "ben", "cleo")
    time_machine.move_to(FIRST - 4 * HOUR, tick=False)
    cancel(ana)
    assert Registration.objects.get(name="ben").offer_until == FIRST - 2 * HOUR
    assert accept(ben).status == "confirmed"


def test_an_offer_that_runs_out_goes_to_the_next_of_that_session_by_the_clock(time_machine):
    event = course()
    ana, _ben, _cleo = sign_up(event, 0, "ana", "ben", "cleo")
    cancel(ana)
    send_letters(NOW)
    time_machine.shift(49 * HOUR)

    assert move_lines(NOW + 49 * HOUR) == 1
    assert standing(event, 0) == {"ana": "cancelled", "ben": "cancelled", "cleo": "offered"}


def test_nobody_is_offered_or_accepts_a_seat_of_a_session_that_is_over(time_machine):
    event = course()
    ana, ben = sign_up(event, 0, "ana", "ben")
    cancel(ana)
    send_letters(NOW)
    sign_up(event, 0, "cleo")
    time_machine.move_to(FIRST + make.DAY, tick=False)
    cancel(ben)

    assert standing(event, 0)["cleo"] == "waiting"
    assert accept(ben).status == "cancelled"


def test_the_day_before_their_session_each_is_told_once(time_machine):
    event = course(9, 9, 9)
    for number, name in enumerate(("ana", "ben", "cleo")):
        confirm(*sign_up(event, number, name))
    both = confirm(*sign_up(event, 1, "ana"))
    call_command("tend_events", stdout=StringIO())
    mail.outbox.clear()

    def told(moment):
        time_machine.move_to(moment, tick=False)
        call_command("tend_events", stdout=StringIO())
        call_command("tend_events", stdout=StringIO())
        found = sorted(one.to[0].partition("@")[0] for one in mail.outbox)
        bodies = "".join(one.body for one in mail.outbox)
        mail.outbox.clear()
        return found, bodies

    names, body = told(FIRST - 20 * HOUR)
    assert (names, "14 mai 2026" in body, "24 mai 2026" in body) == (["ana"], True, False)
    names, body = told(SECOND - 20 * HOUR)
    assert (names, "24 mai 2026" in body, both.token in body) == (["ana", "ben"], True, True)
    assert told(SECOND - 10 * HOUR)[0] == []


def test_the_page_and_the_api_say_of_each_session_whether_it_is_full(client):
    event = course(language="en")
    sign_up(event, 0, "ana")
    sign_up(event, 1, "ben")
    page = BeautifulSoup(client.get(event.link).text, "html.parser")
    said = [" ".join(one.text.split()) for one in page.select(".event-sessions .event-state")]
    assert said == ["full: waiting list", "1 seat left", "3 seats left"]

    answer = client.get("/api/v1/events/cours/").json()
    seats = [
        [one[name] for name in ("capacity", "seats_left", "state")] for one in answer["sessions"]
    ]
    assert seats == [[1, 0, "full"], [2, 1, "announced"], [3, 3, "announced"]]
    assert (answer["registration_for"], answer["capacity"], answer["seats_left"]) == (
        "session",
        6,
        4,
    )
    assert answer["state"] == "announced"


def test_an_event_is_full_when_all_its_sessions_to_come_are(client, time_machine):
    event = course(5, 1, 1)
    sign_up(event, 1, "ana")
    sign_up(event, 2, "ben")
    assert client.get("/api/v1/events/cours/").json()["state"] == "announced"

    time_machine.move_to(FIRST + make.DAY, tick=False)
    answer = client.get("/api/v1/events/cours/").json()
    assert (answer["state"], answer["seats_left"]) == ("full", 0)
    assert [one["state"] for one in answer["sessions"]] == ["over", "full", "full"]
    assert "Complet" in client.get("/fr/agenda/").text


@pytest.mark.parametrize(
    ("address", "more"),
    [("/fr/agenda/", 1), ("/fr/", 0), ("/api/v1/events/", 0), ("/fr/agenda/cours/", 0)],
)
def test_seats_of_sessions_cost_one_query_where_they_are_shown_and_sessions_are_not(
    client, django_assert_num_queries, address, more
):
    event = course(registration_for="event")
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
        before = len(queries)
    event.registration_for = "session"
    event.save_revision().publish()
    client.get(address)

    with django_assert_num_queries(before + more):
        assert client.get(address).status_code == 200


def test_my_space_shows_each_session_that_is_to_come(client, time_machine):
    event = course()
    member = MemberFactory(email="ana@example.org")
    tokens = [confirm(*sign_up(event, number, "ana")).token for number in (1, 0)]
    client.force_login(member)
    client.get("/me/")
    links = re.findall(r"/registration/([^/]+)/", client.get("/me/").text)
    assert links == [tokens[1], tokens[0]]
    assert "14 mai 2026" in client.get("/me/").text

    time_machine.move_to(FIRST + make.DAY, tick=False)
    assert re.findall(r"/registration/([^/]+)/", client.get("/me/").text) == [tokens[0]]


def test_a_members_data_say_which_session_and_erasing_frees_the_seats():
    event = course()
    member = MemberFactory(email="ana@example.org")
    for number in (0, 1):
        sign_up(event, number, "ana")
    sign_up(event, 0, "ben")
    with zipfile.ZipFile(BytesIO(archive(member))) as pack:
        data = json.loads(pack.read("data.json"))["registrations"]
    assert [one["session"] for one in data] == ["2026-05-14T08:00:00Z", "2026-05-24T08:00:00Z"]

    erase_registrations(member)
    assert (standing(event, 0), standing(event, 1)) == ({"ben": "offered"}, {})
    assert EventSeats.objects.get(pk=event.seats_id).taken == 1


def test_registrations_are_erased_a_year_after_their_session():
    event = course(capacity=9)
    sign_up(event, 0, "ana")
    sign_up(event, 2, "ben")

    assert forget(dt.datetime(2027, 5, 20, tzinfo=dt.UTC)) == 1
    assert list(Registration.objects.values_list("name", flat=True)) == ["ben"]
    assert EventSeats.objects.get(pk=event.seats_id).taken == 1
