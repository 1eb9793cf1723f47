import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from directory.branches import plant_branches
from directory.models import Branch
from tests.factories import events as make

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Luxembourg")


AS_THE_EVENT = {"capacity": None, "seats_left": None, "state": "announced"}
CONTRACT = {
    "count": 1,
    "items": [
        {
            "id": None,
            "slug": "journee",
            "language": "fr",
            "title": "Journée",
            "introduction": "En ville.",
            "type": "conference",
            "format": "on-site",
            "branches": [{"slug": "design", "name": "Design"}],
            "skills": [],
            "level": "",
            "sessions": [
                {
                    "start": "2026-10-25T01:00:00+02:00",
                    "end": "2026-10-25T05:00:00+01:00",
                    "all_day": False,
                    **AS_THE_EVENT,
                },
                {
                    "start": "2026-11-02T00:00:00+01:00",
                    "end": "2026-11-03T00:00:00+01:00",
                    "all_day": True,
                    **AS_THE_EVENT,
                },
            ],
            "place": {
                "venue": "Halle",
                "address": "",
                "locality": "Clervaux",
                "point": None,
            },
            "registration_for": "event",
            "capacity": 50,
            "seats_left": 50,
            "state": "announced",
            "html_url": "http://127.0.0.1:8000/fr/agenda/journee/",
            "api_url": "http://127.0.0.1:8000/api/v1/events/journee/",
        }
    ],
}
"""A change here is a change of the contract: additions only. Ids and point vary."""
MORE_OF_ONE = {
    "body",
    "documents",
    "recap",
    "free",
    "price",
    "access_notes",
    "spoken_languages",
    "people",
    "registration_url",
    "ics_url",
    "part_of",
    "programme_url",
    "updated_at",
}


@pytest.fixture
def may(tree, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 1, 12, tzinfo=HERE), tick=False)


def slugs(response):
    assert response.status_code == 200
    return [item["slug"] for item in response.json()["items"]]


def test_the_contract_of_an_event(client, may):
    plant_branches()
    event = make.event(
        title="Journée",
        slug="journee",
        introduction="En ville.",
        event_type="conference",
        venue="Halle",
        locality="Clervaux",
        registration="here",
        capacity=50,
        branches=[Branch.objects.get(slug="design")],
        sessions=[
            make.session(
                dt.datetime(2026, 10, 25, 1, tzinfo=HERE), dt.datetime(2026, 10, 25, 5, tzinfo=HERE)
            ),
            make.session(dt.datetime(2026, 11, 2, 9, tzinfo=HERE), all_day=True),
        ],
    )

    answer = client.get("/api/v1/events/?lang=en").json()

    (item,) = answer["items"]
    item_expected = CONTRACT["items"][0] | {"id": event.pk}
    item_expected["place"] = CONTRACT["items"][0]["place"] | {
        "point": [event.longitude, event.latitude]
    }
    sessions = zip(item_expected["sessions"], event.sessions.all(), strict=True)
    item_expected["sessions"] = [row | {"id": str(one.uid)} for row, one in sessions]
    assert answer == CONTRACT | {"items": [item_expected]}
    whole = client.get("/api/v1/events/journee/?lang=en").json()
    assert {name: whole[name] for name in item} == item
    assert set(whole) - set(item) == MORE_OF_ONE


def test_future_ones_by_default_and_past_ones_when_asked(client, may):
    make.event(slug="hier", sessions=[make.session(dt.datetime(2026, 4, 30, 9, tzinfo=HERE))])
    make.event(slug="demain")

    assert slugs(client.get("/api/v1/events/")) == ["demain"]
    assert slugs(client.get("/api/v1/events/?from=2026-04-01")) == ["hier", "demain"]
    assert slugs(client.get("/api/v1/events/?to=2026-04-30")) == ["hier"]


def test_drafts_are_nowhere_in_the_api(client, may):
    make.event(slug="secret", draft=True)

    assert slugs(client.get("/api/v1/events/?from=2020-01-01")) == []
    assert client.get("/api/v1/events/secret/").status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "brnach=design",
        "branch=nowhere",
        "type=x",
        "format=x",
        "near=Atlantis",
        "radius=0",
        "from=x",
        "to=x",
        "limit=101",
        "limit=x",
        "offset=-1",
        "offset=99999999999999999999",
        "q=" + "a" * 200,
        "lang=xx",
    ],
)
def test_what_cannot_be_understood_answers_422(client, may, query):
    response = client.get(f"/api/v1/events/?{query}")

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("slug", ["nothing", "%00", "a" * 3000, "..%2F"])
def test_an_unknown_event_answers_404(client, may, slug):
    assert client.get(f"/api/v1/events/{slug}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_costs_four_queries_whatever_its_length(
    client, may, django_assert_num_queries, number
):
    plant_branches()
    for n in range(number):
        make.event(slug=f"e{n}", branches=list(Branch.objects.all()[:2]))
    client.get("/fr/")

    with django_assert_num_queries(4):
        client.get("/api/v1/events/")
