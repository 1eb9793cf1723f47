"""List, month, map, files and API are one and the same answer."""

import csv
import datetime as dt
from io import StringIO
from itertools import product
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cluster.geo.boxes import format_box
from directory.branches import plant_branches
from directory.models import Branch, Skill
from events.choices import EventType, Format, Level
from tests.factories import events as make

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Luxembourg")
NOON = dt.datetime(2026, 10, 10, 12, tzinfo=HERE)
PLACES = ("Esch-sur-Alzette", "Clervaux", "")
DATES = ("2026-10-01", "2026-10-25", "2026-11-01", "2026-12-31")
AGENDA = "/fr/agenda/"
API = "/api/v1/events/"


def maybe(values):
    return st.none() | st.sampled_from(values)


FILTERS = st.fixed_dictionaries(
    {
        "branch": st.lists(st.sampled_from(["design", "music", "film"]), max_size=2, unique=True),
        "skill": st.lists(st.sampled_from(["gravure", "son"]), max_size=2, unique=True),
        "type": st.lists(st.sampled_from(EventType.values[:4]), max_size=2, unique=True),
        "level": st.lists(st.sampled_from(Level.values[:2]), max_size=2, unique=True),
        "language": st.lists(st.sampled_from(["fr", "lb", "en"]), max_size=2, unique=True),
        "format": maybe(Format.values),
        "free": maybe(["true"]),
        "online": maybe(["true"]),
        "near": maybe(["Esch", "Clervaux"]),
        "bbox": maybe(["5.9,49.4,6.6,49.8"]),
        "from": maybe(DATES),
        "to": maybe(DATES),
        "q": maybe(["gravure", "SON", "rien"]),
    }
).map(lambda found: {name: value for name, value in found.items() if value})


@pytest.fixture
def year(tree, time_machine):
    """Events of every kind around the night of the clock change, some of many sessions."""
    time_machine.move_to(NOON, tick=False)
    plant_branches()
    of = {one.slug: one for one in Branch.objects.all()}
    words = ("Gravure", "Son")
    skills = [Skill.objects.create(name=word, slug=word.lower()) for word in words]
    kinds = product(EventType.values[:4], Format.values)
    for number, (kind, where) in enumerate(kinds):
        start = NOON + dt.timedelta(days=13 * (number - 3), hours=number)
        length = dt.timedelta(hours=2, days=(0, 0, 9, 40)[number % 4])
        sessions = [
            make.session(
                start + dt.timedelta(days=30 * n), start + dt.timedelta(days=30 * n) + length
            )
            for n in range(1 + number % 3)
        ]
        make.event(
            title=f"{words[number % 2]} {number}",
            slug=f"e{number}",
            event_type=kind,
            format=where,
            level=["", *Level.values[:2]][number % 3],
            free=number % 3 > 0,
            price="5 €",
            languages=[["fr"], ["lb", "en"], []][number % 3],
            locality=PLACES[number % 3],
            branches=[of["design"], of["music"]][number % 3 :],
            skills=skills[: number % 3],
            sessions=sessions,
        )


def of_the_api(client, address):
    answer = client.get(f"{address}&limit=100").json()
    assert len(answer["items"]) == answer["count"]
    return answer["items"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(filters=FILTERS)
def test_every_view_shows_what_the_api_answers(client, year, filters):
    page = client.get(AGENDA, filters).context["agenda"]
    if page.ignored:
        assert client.get(API, filters).status_code == 422
    items = of_the_api(client, page.links.api)
    slugs = [one["slug"] for one in items]

    assert [card.event.link.split("/")[-2] for _day, cards in page.days for card in cards] == slugs
    assert page.count == len(slugs)
    assert pins(client, page) == sum(1 for one in items if one["place"] and one["place"]["point"])
    assert set(rows(client, page)) == {one["html_url"] for one in items}
    calendar = Calendar.from_ical(client.get(page.links.calendar).content)
    assert len(calendar.events) == sum(len(one["sessions"]) for one in items)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(filters=FILTERS, month=maybe(["2026-09", "2026-10", "2026-11", "2027-01"]))
def test_a_month_shows_what_the_api_answers_for_it(client, year, filters, month):
    asked = {**filters, "view": "month", **({"month": month} if month else {})}
    page = client.get(AGENDA, asked).context["agenda"]

    items = of_the_api(client, page.links.api)

    slugs = {one["slug"] for one in items}
    assert shown_in(page.weeks) <= slugs
    assert slugs - shown_in(page.weeks) <= behind_more(client, page.weeks)
    assert page.count == len(items)


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(filters=FILTERS, view=st.sampled_from(["list", "month", "map"]), data=st.data())
def test_a_chip_says_how_many_are_behind_it(client, year, filters, view, data):
    chips = client.get(AGENDA, {**filters, "view": view}).context["agenda"].chips
    offered = [
        one
        for one in chips.types + chips.branch + chips.skill + chips.level + chips.language
        if not one["active"]
    ]
    if offered:
        chip = data.draw(st.sampled_from(offered))
        assert client.get(chip["url"]).context["agenda"].count == chip["count"]


def pins(client, page):
    """The map asks for the box it shows, or for the one asked for."""
    params = QueryDict(urlsplit(page.links.places).query, mutable=True)
    params["zoom"] = "9"
    if page.asked.box:
        params["bbox"] = format_box(page.asked.box)
    features = client.get(f"{AGENDA}places.geojson?{params.urlencode()}").json()["features"]
    return sum(one["properties"]["count"] for one in features)


def rows(client, page):
    text = client.get(page.links.table).content.decode("utf-8-sig")
    return [row["url"] for row in csv.DictReader(StringIO(text))]


def days_of(weeks):
    return [day for week in weeks for day in week if day]


def shown_in(weeks):
    return {
        entry.url.split("/")[-2] for day in days_of(weeks) for entry in (*day.bars, *day.entries)
    }


def behind_more(client, weeks):
    """What full days link to."""
    lists = [client.get(day.url).context["agenda"] for day in days_of(weeks) if day.more]
    return {card.event.slug for one in lists for card in one.cards}
