import pytest

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
