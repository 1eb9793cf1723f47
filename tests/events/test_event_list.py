"""The editors' list of events, and the panel of those that few registered for."""

import csv
import datetime as dt
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from events.event_filters import in_state
from events.models import EventPage
from events.registering.registration import register
from events.states import state_of
from tests.factories import events as make
from tests.factories.accounts import UserFactory
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/agenda/"
EVERY_STATE = {"draft", "announced", "postponed", "cancelled", "full", "over"}


def event(title, *, days=1, **fields):
    start = timezone.now() + dt.timedelta(days=days)
    return make.event(title=title, slug=title, sessions=[make.session(start)], **fields)


def taken(page, number):
    for seat in range(number):
        register(page, email=f"{page.slug}-{seat}@example.org", name="Ana")


@pytest.fixture
def one_in_every_state(editor):
    """Named after the state each is in; somebody waits for the full one."""
    event("draft", draft=True)
    event("announced")
    event("postponed", state="postponed")
    event("cancelled", state="cancelled", days=-5)
    taken(event("full", registration="here", capacity=1), 2)
    event("over", days=-5)


def titles(client, query=""):
    page = BeautifulSoup(client.get(f"{LIST}?{query}").content, "html.parser")
    return {link.text.strip() for link in page.select("td.title .title-wrapper a")}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        *((f"state={state}", {state}) for state in sorted(EVERY_STATE)),
        ("when=past", {"cancelled", "over"}),
        ("when=coming", {"draft", "announced", "postponed", "full"}),
        ("seats=waiting", {"full"}),
        ("seats=few", set()),
        ("event_type=meetup&state=full", {"full"}),
        ("event_type=workshop", set()),
        ("locale=fr&state=full", {"full"}),
        ("locale=de", set()),
        ("state=nonsense&when=never&seats=all&ordering=x&p=99", EVERY_STATE),
    ],
)
def test_each_filter_keeps_what_it_says(client, one_in_every_state, query, found):
    assert titles(client, query) == found


def test_a_list_tells_the_states_that_each_event_tells_by_itself(one_in_every_state):
    now = timezone.now()

    for state in EVERY_STATE - {"draft"}:
        listed = EventPage.objects.filter(in_state(state, now))
        assert [state_of(page, now) for page in listed] == [state]


def test_each_row_says_who_has_the_seats(client, editor):
    page = event("gravure", registration="here", capacity=1, event_type="workshop")
    taken(page, 2)
    event("open", registration="here")
    event("elsewhere", registration="elsewhere", registration_url="https://example.org/")

    shown = BeautifulSoup(client.get(f"{LIST}?ordering=title").content, "html.parser")
    rows = {
        row.select_one(".title-wrapper").text.strip(): [
            " ".join(cell.text.split()) for cell in row.select("td")
        ]
        for row in shown.select("table.listing tbody tr")
    }

    assert rows["gravure"][4:8] == ["Full", "Workshop", "1/1: registrations for gravure", "1"]
    assert (rows["open"][6], rows["elsewhere"][6]) == ("0: registrations for open", "")
    [link] = [one for one in shown.select("a") if one.text.startswith("1/1")]
    assert link["href"] == f"/admin/registrations/{page.seats_id}/"
    assert "gravure-0@example.org" in client.get(link["href"]).text


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_costs_the_same_for_one_event_and_for_three(client, editor, many):
    for number in range(many):
        taken(event(f"event-{number}", registration="here", capacity=1), 2)
    client.get(LIST)

    with CaptureQueriesContext(connection) as queries:
        assert len(titles(client)) == many

    assert len(queries) == 21


def test_the_table_is_downloaded_as_it_is_narrowed_and_runs_nothing(client, editor):
    make.event(title="=1+1", registration="here", capacity=4)
    event("draft", draft=True)

    table = client.get(f"{LIST}?state=announced&export=csv")
    [row] = csv.DictReader(b"".join(table.streaming_content).decode().splitlines())

    assert (row["Title"], row["Language"], row["State"]) == ("'=1+1", "French", "Takes place")
    assert (row["Seats taken"], row["Seats"], row["Waiting"]) == ("0", "4", "0")


def test_the_same_table_comes_as_a_workbook(client, editor):
    make.event(title="=1+1")

    table = client.get(f"{LIST}?export=xlsx")
    sheet = load_workbook(BytesIO(b"".join(table.streaming_content))).active

    [heads, row] = sheet.iter_rows()
    assert [cell.value for cell in heads][:3] == ["Title", "Language", "First session"]
    assert (row[0].value, row[0].data_type) == ("=1+1", "s")


def test_members_read_no_list(client, tree):
    client.force_login(MemberFactory())

    assert client.get(f"{LIST}?export=csv").status_code == 403


def panel(client):
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    section = page.select_one("#few-seats-taken-section")
    return section and [
        " · ".join(part.text for part in line.select(".desk-line__title, .desk-line__fact"))
        for line in section.select(".desk-line")
    ]


def test_events_soon_with_few_registrations_are_on_the_first_screen(client, editor):
    taken(event("few", registration="here", capacity=10), 3)
    taken(event("third", registration="here", capacity=9), 3)
    event("far", days=29, registration="here", capacity=10)
    event("past", days=-1, registration="here", capacity=10)
    event("unlimited", registration="here")
    event("cancelled", registration="here", capacity=10, state="cancelled")
    event("draft", registration="here", capacity=10, draft=True)

    [line] = panel(client)

    assert line.startswith("few · ")
    assert line.endswith("3 of 10 seats taken")
    assert titles(client, "seats=few") == {"few"}


def test_an_event_in_two_languages_is_there_once_in_the_editors(client, editor):
    first = event("Atelier", registration="here", capacity=10)
    event("Workshop", registration="here", capacity=10, language="en", translation_of=first)

    assert [line.split(" · ")[0] for line in panel(client)] == ["Workshop"]


def test_no_panel_where_nothing_is_to_be_done_or_nothing_may_be(client, editor):
    assert panel(client) is None
    event("few", registration="here", capacity=10)
    writer = UserFactory()
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    writer.groups.add(group)
    client.force_login(writer)

    assert panel(client) is None
