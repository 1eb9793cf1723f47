"""Every address that others rely on and that exists so far."""

import pytest
from django.test import Client

from tests.factories.directory import profile
from tests.factories.events import event
from tests.factories.opportunities import opportunity
from tests.factories.resources import (
    ChecklistPageFactory,
    GuidePageFactory,
    OrganisationFactory,
    PriceListPageFactory,
    PriceRowFactory,
)

pytestmark = pytest.mark.django_db

PAGES = (
    "/fr/",
    "/en/",
    "/de/",
    "/lb/",
    "/fr/annuaire/",
    "/en/directory/",
    "/de/verzeichnis/",
    "/fr/agenda/",
    "/en/events/",
    "/de/veranstaltungen/",
    "/fr/opportunites/",
    "/en/opportunities/",
    "/de/angebote/",
    "/fr/ressources/",
    "/en/resources/",
    "/de/ressourcen/",
    "/fr/actualites/",
    "/en/news/",
    "/de/aktuelles/",
    "/fr/chiffres/",
    "/en/figures/",
    "/de/zahlen/",
    "/lb/zuelen/",
    "/account/login/",
    "/account/signup/",
)
FILES = {
    "/healthz": "text/plain",
    "/readyz": "application/json",
    "/sitemap.xml": "application/xml",
    "/robots.txt": "text/plain",
    "/.well-known/security.txt": "text/plain",
    "/fr/agenda/calendar.ics": "text/calendar",
    "/fr/agenda/feed.xml": "application/atom+xml",
    "/fr/annuaire/feed.xml": "application/atom+xml",
    "/fr/opportunites/feed.xml": "application/atom+xml",
    "/fr/opportunites/opportunities.csv": "text/csv",
    "/fr/chiffres/figures.csv": "text/csv",
    "/fr/actualites/feed.xml": "application/atom+xml",
}
ENDPOINTS = (
    "/api/v1/openapi.json",
    "/api/v1/directory/profiles/",
    "/api/v1/directory/map/?bbox=5.7,49.4,6.6,50.2&zoom=9",
    "/api/v1/directory/suggest/?q=es",
    "/api/v1/directory/branches/",
    "/api/v1/directory/skills/",
    "/api/v1/events/",
    "/api/v1/figures/",
    "/api/v1/opportunities/",
    "/api/v1/resources/guides/",
    "/api/v1/resources/checklists/",
    "/api/v1/resources/price-list/",
    "/api/v1/resources/organisations/",
    "/api/v3/openapi.json",
    "/api/v3/pages/",
)
ONE_OF_EACH = (
    "directory/profiles/anna-weber/",
    "events/atelier/",
    "opportunities/affiche/",
    "resources/guides/exporter/",
    "resources/checklists/marches/",
    "resources/price-list/prix/",
    "resources/organisations/odl/",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_where_bookmarks_say(client: Client, tree, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_where_other_programs_look(client: Client, tree, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response["Content-Type"].split(";")[0] == FILES[address]


@pytest.mark.parametrize("address", ENDPOINTS)
def test_an_endpoint_answers_in_json(client: Client, tree, address):
    response = client.get(address)

    assert response.status_code == 200
    assert "json" in response["Content-Type"]


@pytest.mark.parametrize("section", ["/fr/annuaire/", "/en/directory/", "/de/verzeichnis/"])
def test_a_profile_is_at_one_address_in_each_language(client: Client, tree, section):
    profile("Anna Weber")

    response = client.get(f"{section}anna-weber/")

    assert response.status_code == 200
    assert response["Content-Language"] == section[1:3]


def test_an_event_is_in_the_calendar_of_who_subscribes_to_it(client: Client, tree):
    event(slug="atelier")

    response = client.get("/fr/agenda/atelier/event.ics")

    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"


def test_each_thing_the_api_lists_has_an_address_of_its_own(client: Client, tree):
    profile("Anna Weber")
    event(slug="atelier")
    opportunity(slug="affiche")
    GuidePageFactory(slug="exporter")
    ChecklistPageFactory(slug="marches")
    PriceRowFactory(page=PriceListPageFactory(slug="prix"))
    OrganisationFactory(slug="odl")

    answers = {address: client.get(f"/api/v1/{address}") for address in ONE_OF_EACH}

    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(
        ONE_OF_EACH, 200
    )
    assert {answer.json()["api_url"] for answer in answers.values()} == {
        f"http://127.0.0.1:8000/api/v1/{address}" for address in ONE_OF_EACH
    }


@pytest.mark.parametrize("address", ["/api/v1/docs/", "/api/v3/docs/"])
def test_the_api_explains_itself(client: Client, tree, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/api/v1/directory/profiles/?limit=101", "/api/v1/directory/profiles/?colour=red"],
)
def test_what_the_api_does_not_know_it_refuses(client: Client, tree, address):
    response = client.get(address)

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["/me/", "/admin/"])
def test_rooms_of_ones_own_ask_who_is_there(client: Client, tree, address):
    assert client.get(address).status_code == 302
