import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from directory.branches import plant_branches
from directory.models import Branch
from tests.factories import events as make

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Luxembourg")
NOON = dt.datetime(2026, 5, 10, 12, tzinfo=HERE)


@pytest.fixture
def noon(tree, time_machine):
    time_machine.move_to(NOON, tick=False)


def shown(client, query="", agenda="/fr/agenda/"):
    days = client.get(f"{agenda}{query}").context["agenda"].days
    return [(day.isoformat(), card.event.title) for day, cards in days for card in cards]


def test_upcoming_keeps_an_event_under_way_and_drops_a_finished_one(client, noon):
    hour = make.HOUR
    make.event(title="En cours", slug="a", sessions=[make.session(NOON - hour, NOON + hour)])
    make.event(title="Fini", slug="b", sessions=[make.session(NOON - 2 * hour, NOON - hour)])

    assert [title for _day, title in shown(client)] == ["En cours"]


def test_a_whole_day_ends_at_local_midnight(client, noon, time_machine):
    make.event(sessions=[make.session(NOON, NOON, all_day=True)])

    time_machine.move_to(dt.datetime(2026, 5, 10, 23, 59, 59, tzinfo=HERE), tick=False)
    assert len(shown(client)) == 1
    time_machine.move_to(dt.datetime(2026, 5, 11, 0, 0, 1, tzinfo=HERE), tick=False)
    assert shown(client) == []


def test_an_event_stands_once_at_its_next_session(client, noon):
    week = dt.timedelta(days=7)
    make.event(title="Série", sessions=[make.session(NOON + n * week) for n in (-1, 1, 2, 3)])

    assert shown(client) == [("2026-05-17", "Série")]
    assert "et 2 autres dates" in client.get("/fr/agenda/").text


def test_what_began_earlier_stands_under_today(client, noon):
    day = dt.timedelta(days=1)
    make.event(title="Expo", sessions=[make.session(NOON - 9 * day, NOON + 9 * day, all_day=True)])

    assert shown(client) == [("2026-05-10", "Expo")]


def test_among_past_events_one_under_way_stands_under_the_day_it_began(client, noon):
    day = dt.timedelta(days=1)
    make.event(title="Expo", slug="a", sessions=[make.session(NOON - 2 * day, NOON + 9 * day)])
    make.event(title="Hier", slug="b", sessions=[make.session(NOON - day)])

    assert shown(client, "?to=2026-05-09") == [("2026-05-09", "Hier"), ("2026-05-08", "Expo")]


def test_past_events_are_kept_latest_first(client, noon):
    day = dt.timedelta(days=1)
    for n in (3, 1, 2):
        make.event(title=f"Il y a {n}", slug=f"e{n}", sessions=[make.session(NOON - n * day)])
    make.event(title="Demain", slug="demain")

    assert shown(client, "?to=2026-05-09") == [
        ("2026-05-09", "Il y a 1"),
        ("2026-05-08", "Il y a 2"),
        ("2026-05-07", "Il y a 3"),
    ]
    assert [title for _day, title in shown(client, "?from=2026-05-08")] == [
        "Il y a 2",
        "Il y a 1",
        "Demain",
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Gravure", "Tarifs"]),
        ("?branch=design", ["Gravure"]),
        ("?branch=design&branch=literature", ["Gravure", "Tarifs"]),
        ("?type=online", ["Tarifs"]),
        ("?format=on-site", ["Gravure"]),
        ("?near=Esch&radius=5", ["Gravure"]),
        ("?near=49.4958,5.9806&radius=5", ["Gravure"]),
        ("?near=Clervaux&radius=5", []),
        ("?q=metal", ["Gravure"]),
        ("?q=MÉTAL+gravure", ["Gravure"]),
        ("?q=metal+tarifs", []),
    ],
)
def test_filters_keep_what_fits(client, noon, query, expected):
    plant_branches()
    of = {branch.slug: branch for branch in Branch.objects.all()}
    make.event(
        title="Gravure",
        slug="gravure",
        introduction="Sur métal.",
        locality="Esch-sur-Alzette",
        branches=[of["design"]],
    )
    make.event(
        title="Tarifs",
        slug="tarifs",
        format="online",
        event_type="online",
        branches=[of["literature"]],
    )

    assert [title for _day, title in shown(client, query)] == expected


def test_the_form_sent_unchanged_asks_the_same_again(client, noon):
    plant_branches()
    asked = {
        "branch": ["design", "literature", "music"],
        "type": ["workshop", "award"],
        "format": ["on-site"],
        "near": ["Esch-sur-Alzette"],
        "radius": ["5"],
        "from": ["2026-06-01"],
        "to": ["2026-08-03"],
        "q": ["a"],
    }

    page = client.get("/fr/agenda/", asked).text
    form = BeautifulSoup(page, "html.parser").select_one("form.agenda-filters")
    sent = [(field["name"], field["value"]) for field in form.select("input")]
    for field in form.select("select"):
        (chosen,) = field.select("option[selected]")
        sent.append((field["name"], chosen["value"]))

    assert sorted(sent) == sorted((name, one) for name, some in asked.items() for one in some)


def test_every_filter_is_a_chip_that_can_be_taken_away(client, noon):
    agenda = client.get("/fr/agenda/?type=online&q=a&near=Esch&radius=5").context["agenda"]

    assert [chip["url"] for chip in agenda.chips.active] == [
        "/fr/agenda/?near=Esch&radius=5&q=a",
        "/fr/agenda/?type=online&q=a",
        "/fr/agenda/?type=online&near=Esch&radius=5",
    ]


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        ("/fr/agenda/", ["à partir du 1er juin 2026", "jusqu’au 3 août 2026"]),
        ("/en/events/", ["from 1 June 2026", "until 3 August 2026"]),
        ("/de/veranstaltungen/", ["ab 1. Juni 2026", "bis 3. August 2026"]),
    ],
)
def test_a_day_is_written_on_its_chip_as_readers_write_it(client, noon, address, labels):
    agenda = client.get(f"{address}?from=2026-06-01&to=2026-08-03T12:00").context["agenda"]

    assert [chip["label"] for chip in agenda.chips.active] == labels


@pytest.mark.parametrize(
    "query",
    [
        "branch=nowhere",
        "type=x&format=y",
        "near=Atlantis",
        "near=999,999",
        "near=1e999,nan",
        "radius=nan",
        "radius=-1",
        "from=yesterday",
        "from=0001-01-01",
        "to=9999-12-31",
        "from=2026-13-45",
        "from=2026-06-02&to=2026-06-01",
        "from=2026-06-01T25:00",
        "page=-1",
        "page=99999999999999999999",
        "q=%00",
        "q=" + "a" * 20_000,
        "branch=%00&type=%00&near=%00",
        "x[]=1",
        "from=2026-01-01T00:00:00%2B99:99",
        "q='; DROP TABLE events_eventpage; --",
    ],
)
@pytest.mark.parametrize("file", ["", "calendar.ics", "feed.xml"])
def test_what_cannot_be_understood_is_ignored_and_said(client, tree, query, file):
    response = client.get(f"/fr/agenda/{file}?{query}")

    assert response.status_code == 200


def test_the_page_names_what_it_ignored(client, tree):
    ignored = client.get("/fr/agenda/?brnach=design&type=rave").context["agenda"].query.ignored

    assert [(one.name, one.value) for one in ignored] == [("type", "rave"), ("brnach", "design")]


def test_an_event_in_one_language_only_is_offered_in_the_others_once(client, tree):
    both = make.event(title="Deux langues", slug="deux")
    make.event(title="Two languages", slug="two", language="en", translation_of=both)
    make.event(title="Seulement en français", slug="seul")

    assert [title for _day, title in shown(client)] == ["Deux langues", "Seulement en français"]
    assert [title for _day, title in shown(client, agenda="/en/events/")] == [
        "Two languages",
        "Seulement en français",
    ]
    text = client.get("/en/events/").text
    assert '<a href="/fr/agenda/seul/" hreflang="fr">Seulement en français</a>' in text
    assert "only in French" in text


def test_translations_name_each_other(client, tree):
    both = make.event(slug="deux")
    make.event(slug="two", language="en", translation_of=both)

    text = client.get("/fr/agenda/deux/").text

    assert 'hreflang="fr" href="http://127.0.0.1:8000/fr/agenda/deux/"' in text
    assert 'hreflang="en" href="http://127.0.0.1:8000/en/events/two/"' in text


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_costs_three_queries_whatever_its_length(
    client, tree, django_assert_num_queries, number
):
    plant_branches()
    for n in range(number):
        make.event(slug=f"e{n}", branches=list(Branch.objects.all()[:2]))
    client.get("/fr/")

    with django_assert_num_queries(3):
        client.get("/fr/agenda/")


@pytest.mark.parametrize("number", [1, 3])
def test_an_event_costs_four_queries_whatever_it_holds(
    client, tree, django_assert_num_queries, number
):
    plant_branches()
    start = timezone.now()
    make.event(
        sessions=[make.session(start + n * make.DAY) for n in range(number)],
        branches=list(Branch.objects.all()[:number]),
    )
    client.get("/fr/")

    with django_assert_num_queries(4):
        client.get("/fr/agenda/une-rencontre/")
