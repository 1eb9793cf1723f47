import json

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from cluster.home.models import HomePage
from events.models import EventPage, EventPerson
from tests.factories import events as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/fr/agenda/", "/en/events/", "/de/veranstaltungen/", "/lb/evenementer/"]
)
def test_the_agenda_answers_in_every_language(client, tree, address):
    response = client.get(address)

    assert response.status_code == 200


def test_an_event_is_in_the_agenda_and_has_a_page_a_calendar_and_a_feed(client, tree):
    make.event(title="Atelier gravure", slug="gravure")

    assert "Atelier gravure" in client.get("/fr/agenda/").text
    assert "Atelier gravure" in client.get("/fr/agenda/gravure/").text
    assert "Atelier gravure" in client.get("/fr/agenda/calendar.ics").text
    assert "Atelier gravure" in client.get("/fr/agenda/feed.xml").text
    assert "Atelier gravure" in client.get("/fr/agenda/gravure/event.ics").text


def test_a_draft_is_nowhere(client, tree):
    make.event(title="Secret", slug="secret", draft=True)

    assert client.get("/fr/agenda/secret/").status_code == 404
    assert client.get("/fr/agenda/secret/event.ics").status_code == 404
    for address in ("/fr/agenda/", "/fr/agenda/calendar.ics", "/fr/agenda/feed.xml", "/en/events/"):
        response = client.get(address)
        assert response.status_code == 200
        assert "Secret" not in response.text


@pytest.fixture
def without_german(tree):
    """The German home is unpublished; what is below it stays live, as Wagtail leaves it."""
    french = make.event(title="Atelier", slug="atelier")
    make.event(title="Werkstatt", slug="werkstatt", language="de", translation_of=french)
    HomePage.objects.get(locale__language_code="de").unpublish()


def test_an_event_of_a_language_taken_off_is_nowhere_and_the_others_stay(client, without_german):
    page = client.get("/fr/agenda/atelier/")

    assert page.status_code == 200
    assert page.context["alternates"] == [("fr", "/fr/agenda/atelier/")]
    assert client.get("/de/veranstaltungen/werkstatt/").status_code == 404
    answer = client.get("/api/v1/events/?lang=de").json()
    assert [one["slug"] for one in answer["items"]] == ["atelier"]
    assert client.get("/api/v1/events/werkstatt/").status_code == 404


def test_an_event_of_a_language_taken_off_can_still_be_previewed(admin_client, without_german):
    event = EventPage.objects.get(slug="werkstatt")

    preview = event.make_preview_request(preview_mode=event.default_preview_mode)

    assert preview.status_code == 200


def test_an_event_below_an_unpublished_agenda_says_where_it_is(client, tree):
    event = make.event(slug="atelier")
    make.agenda().unpublish()

    assert event.link == "/fr/agenda/atelier/"
    assert client.get(event.link).status_code == 200


def test_who_organises_and_who_speaks_are_told_apart_for_search_engines(client, tree):
    event = make.event(slug="atelier")
    event.people = [
        EventPerson(name="Maison", role="organiser"),
        EventPerson(name="Ada Lux", role="speaker"),
        EventPerson(name="Fonds", role="partner"),
    ]
    event.save_revision().publish()

    page = BeautifulSoup(client.get("/fr/agenda/atelier/").text, "html.parser")
    data = json.loads(page.find("script", type="application/ld+json").string)

    assert data["image"].startswith(settings.BASE_URL)
    assert client.get(data["image"]).status_code == 200
    assert {part: data[part] for part in ("organizer", "performer", "contributor")} == {
        "organizer": [{"@type": "Organization", "name": "Maison"}],
        "performer": [{"@type": "Person", "name": "Ada Lux"}],
        "contributor": [{"@type": "Organization", "name": "Fonds"}],
    }
    assert [one.get_text(" ", strip=True) for one in page.select(".event-people li")] == [
        "Maison Organisation",
        "Ada Lux Intervention",
        "Fonds Partenaire",
    ]
