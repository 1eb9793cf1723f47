"""Every address that others rely on and that exists so far."""

import pytest
from django.test import Client

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
    "/fr/ressources/",
    "/en/resources/",
    "/de/ressourcen/",
    "/fr/actualites/",
    "/en/news/",
    "/de/aktuelles/",
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
}
ENDPOINTS = (
    "/api/v1/openapi.json",
    "/api/v1/directory/profiles/",
    "/api/v1/directory/map/?bbox=5.7,49.4,6.6,50.2&zoom=9",
    "/api/v1/directory/suggest/?q=es",
    "/api/v1/directory/branches/",
    "/api/v1/directory/skills/",
    "/api/v1/events/",
    "/api/v3/openapi.json",
    "/api/v3/pages/",
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
