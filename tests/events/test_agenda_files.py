import csv
import datetime as dt
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Page

from cluster.home.models import HomePage
from directory.branches import plant_branches
from directory.models import Branch, Skill
from events.models import AgendaPage, EventPage, EventSession
from events.models.projection import rebuild
from tests.factories import events as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
LUXEMBOURG = ZoneInfo("Europe/Luxembourg")
EVENING = {
    "title": "Nuit",
    "type": "festival",
    "state": "announced",
    "start": "2040-05-07T18:00:00+02:00",
    "end": "2040-05-07T20:00:00+02:00",
    "all_day": "false",
    "format": "on-site",
    "venue": "Rotondes",
    "address": "3, place des Rotondes",
    "locality": "Luxembourg",
    "longitude": "6.1",
    "latitude": "49.6",
    "branches": "film",
    "skills": "son",
    "level": "advanced",
    "languages": "fr lb",
    "free": "false",
    "price": "5 €",
    "introduction": "Danser.",
    "session_state": "announced",
    "url": f"{settings.BASE_URL}/fr/agenda/nuit/",
}
VIEWS = ("", "?view=month", "?view=map")


def table(client, query=""):
    text = client.get(f"/fr/agenda/events.csv{query}").content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_the_table_has_a_row_for_each_session_asked_for(client):
    start = make.session(timezone.now() + make.DAY)
    again = make.session(timezone.now() + 2 * make.DAY)
    make.event(title="Série", slug="serie", sessions=[start, again])
    make.event(title="Autre", slug="autre", format="online")

    assert [row["title"] for row in table(client, "?format=on-site")] == ["Série", "Série"]


def test_a_row_of_the_table_says_all_there_is(client):
    plant_branches()
    start = dt.datetime(2040, 5, 7, 18, tzinfo=LUXEMBOURG)
    make.event(
        sessions=[
            make.session(start),
            make.session(start, start + make.DAY, all_day=True),
        ],
        title="Nuit",
        slug="nuit",
        event_type="festival",
        venue="Rotondes",
        address="3, place des Rotondes",
        locality="Luxembourg",
        location="SRID=4326;POINT(6.1 49.6)",
        branches=Branch.objects.filter(slug="film"),
        skills=[Skill.objects.create(name="Son", slug="son")],
        level="advanced",
        languages=["fr", "lb"],
        free=False,
        price="5 €",
        introduction="Danser.",
    )

    evening, days = table(client)

    assert evening == EVENING
    assert days == evening | {
        "start": "2040-05-07T00:00:00+02:00",
        "end": "2040-05-09T00:00:00+02:00",
        "all_day": "true",
    }


def test_the_table_has_them_all_in_order_some_at_a_time(client, monkeypatch):
    monkeypatch.setattr("events.listed.AT_ONCE", 2)
    start = timezone.now()
    for number in range(5):
        session = make.session(start + (number + 1) * make.DAY)
        make.event(title=f"E{number}", slug=f"e{number}", sessions=[session])

    assert [row["title"] for row in table(client)] == [f"E{number}" for number in range(5)]


def test_a_spreadsheet_runs_nothing_of_what_somebody_typed(client):
    make.event(title="=HYPERLINK(1)", slug="a", venue="@SUM(1)", price="-1", introduction="+1")

    (row,) = table(client)

    assert [row[name] for name in ("title", "venue", "price", "introduction")] == [
        "'=HYPERLINK(1)",
        "'@SUM(1)",
        "'-1",
        "'+1",
    ]


def test_a_draft_is_in_no_file_and_on_no_map(client):
    make.event(title="Secret", slug="secret", locality="Clervaux", draft=True)

    assert table(client) == []
    assert client.get("/fr/agenda/places.geojson").json()["features"] == []


def test_two_in_one_place_are_one_circle_and_what_is_online_has_no_pin(client):
    for number in range(2):
        make.event(title=f"E{number}", slug=f"e{number}", locality="Clervaux")
    make.event(title="En ligne", slug="ligne", locality="Clervaux", format="online")

    (circle,) = client.get("/fr/agenda/places.geojson?zoom=18").json()["features"]

    box = ",".join(map(str, circle["properties"]["bbox"]))
    assert circle["properties"]["count"] == 2
    assert client.get(f"/fr/agenda/?bbox={box}").context["agenda"].count == 3


def test_one_alone_is_a_dot_that_says_when_and_where(client):
    plant_branches()
    branch = Branch.objects.get(slug="film")
    start = dt.datetime(2040, 5, 7, 18, tzinfo=LUXEMBOURG)
    page = make.event(
        sessions=[make.session(start)],
        title="Nuit",
        slug="nuit",
        locality="Clervaux",
        location="SRID=4326;POINT(6.03 50.05)",
        branches=[branch],
    )

    (dot,) = client.get("/fr/agenda/places.geojson?zoom=18").json()["features"]

    assert dot == {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [6.03, 50.05]},
        "properties": {
            "cluster": False,
            "count": 1,
            "id": page.pk,
            "slug": "nuit",
            "name": "Nuit",
            "headline": "7 mai 2040 · Clervaux",
            "branch": branch.position,
            "precision": "exact",
            "html_url": f"{settings.BASE_URL}/fr/agenda/nuit/",
        },
    }


def test_what_is_below_no_home_of_the_site_is_in_no_list(client):
    away = HomePage(title="Ailleurs", slug="ailleurs", locale=HomePage.objects.first().locale)
    Page.objects.get(depth=1).add_child(instance=away)
    agenda = AgendaPage(title="Agenda", slug="agenda", locale=away.locale)
    away.add_child(instance=agenda)
    page = make.event(title="Perdu", slug="perdu", locality="Clervaux")
    page.move(agenda, pos="last-child")
    rebuild()

    assert client.get("/api/v1/events/").json() == {"count": 0, "items": []}
    assert (table(client), client.get("/fr/agenda/").context["agenda"].count) == ([], 0)


@pytest.mark.parametrize(
    "query", ["zoom=x", "zoom=99", "zoom=%00", "bbox=1,2,3", "bbox=%00", "q='"]
)
def test_the_map_answers_whatever_it_is_asked(client, query):
    response = client.get(f"/fr/agenda/places.geojson?{query}")

    assert (response.status_code, response["Content-Type"]) == (200, "application/geo+json")


@pytest.fixture
def many(tree):
    """Thirty events of forty sessions, so that each view is full."""
    plant_branches()
    branches = list(Branch.objects.all()[:3])
    for number in range(30):
        make.event(slug=f"e{number}", locality="Clervaux", branches=branches)
    start = timezone.now()
    EventSession.objects.bulk_create(
        EventSession(page=page, start=start + n * make.DAY / 4, end=start + n * make.DAY / 4)
        for page in EventPage.objects.all()
        for n in range(40)
    )
    rebuild()


def test_no_view_of_a_full_agenda_costs_more_than_four_queries(
    client, many, django_assert_num_queries
):
    for query in ("", "?view=month", "?view=map", "?view=map&free=true&q=rencontre"):
        cache.clear()
        client.get("/fr/")
        with django_assert_num_queries(4):
            client.get(f"/fr/agenda/{query}")


@pytest.mark.parametrize("month", ["2020-01", "2040-01"])
def test_neither_does_a_month_that_has_nothing(client, many, django_assert_num_queries, month):
    for query in ("", "&free=true", "&q=rien"):
        cache.clear()
        client.get("/fr/")
        with django_assert_num_queries(4):
            client.get(f"/fr/agenda/?view=month&month={month}{query}")


@pytest.mark.parametrize("query", VIEWS)
@pytest.mark.parametrize("number", [1, 10])
def test_an_agenda_of_few_costs_no_more(client, django_assert_num_queries, query, number):
    plant_branches()
    for n in range(number):
        make.event(slug=f"e{n}", locality="Clervaux")
    client.get("/fr/")

    month = f"&month={make.tomorrow():%Y-%m}" if "month" in query else ""
    with django_assert_num_queries(3):
        client.get(f"/fr/agenda/{query}{month}")


@pytest.mark.parametrize(
    ("file", "queries"), [("events.csv", 3), ("places.geojson", 3), ("feed.xml", 2)]
)
@pytest.mark.parametrize("number", [1, 3])
def test_a_file_of_more_events_costs_no_more(
    client, django_assert_num_queries, file, queries, number
):
    for n in range(number):
        point = f"SRID=4326;POINT({6 + n / 5} 49.6)"
        make.event(slug=f"e{n}", locality="Clervaux", location=point)
    client.get("/fr/")

    with django_assert_num_queries(queries):
        text = client.get(f"/fr/agenda/{file}").text
    assert all(f"/fr/agenda/e{n}/" in text for n in range(number))


@pytest.mark.parametrize("query", VIEWS)
def test_seats_of_sessions_cost_one_query_more(client, django_assert_num_queries, query):
    plant_branches()
    for n in range(3):
        sessions = [make.session(timezone.now() + make.DAY * days) for days in (1, 2, 3)]
        make.event(
            slug=f"e{n}",
            locality="Clervaux",
            sessions=sessions,
            registration="here",
            registration_for="session",
            capacity=3,
        )
    client.get("/fr/")

    # A month says nothing of seats.
    month = f"&month={make.tomorrow():%Y-%m}" if "month" in query else ""
    with django_assert_num_queries(3 if month else 4):
        text = client.get(f"/fr/agenda/{query}{month}").text
    assert ("9 places" in text) == (not month)
