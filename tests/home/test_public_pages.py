"""What holds for every public page, whoever made it."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from cluster.core.sections import sections
from tests.factories import home as make
from tests.markup import faults

pytestmark = pytest.mark.django_db

HOMES = {code: f"{settings.BASE_URL}/{code}/" for code in ("fr", "en", "de", "lb")}


@pytest.fixture
def addresses(tree) -> list[str]:
    """Of every section in every language, and of a page of each kind below one."""
    french = make.news(title="Ouverture", slug="ouverture")
    make.news(title="Opening", slug="opening", language="en", translation_of=french)
    make.free_page()
    return [section.url for section in sections()] + [
        "/fr/actualites/ouverture/",
        "/en/news/opening/",
        "/fr/a-propos/",
    ]


def test_every_public_page_says_its_language_and_itself(client: Client, addresses):
    for address in addresses:
        page = BeautifulSoup(client.get(address).text, "html.parser")

        assert page.html["lang"] == address[1:3], address
        assert len(page.find_all("h1")) == 1, address
        assert page.find("link", rel="canonical")["href"] == settings.BASE_URL + address
        assert page.find("meta", attrs={"name": "description"})["content"], address


def test_every_public_page_is_the_same_for_all(client: Client, addresses):
    for address in addresses:
        response = client.get(address)

        assert response.status_code == 200, address
        assert not response.cookies, address
        assert "cookie" not in response.get("Vary", "").lower(), address
        assert "csrfmiddlewaretoken" not in response.text, address


def test_every_public_page_is_well_formed(client: Client, addresses):
    assert {address: faults(client.get(address).text) for address in addresses} == {
        address: [] for address in addresses
    }


def test_every_public_page_leads_to_the_search_and_to_the_feeds(client: Client, addresses):
    for address in addresses:
        page = BeautifulSoup(client.get(address).text, "html.parser")
        feeds = [link["href"] for link in page.select("footer a[type='application/atom+xml']")]
        (search,) = page.select("header .site-header__bar > a.button[href*='#filter-q']")

        found = BeautifulSoup(client.get(search["href"].partition("#")[0]).text, "html.parser")
        assert found.select_one("#filter-q")["type"] == "search", address
        assert len(feeds) == 4, address
        assert {client.get(feed)["Content-Type"].split(";")[0] for feed in feeds} == {
            "application/atom+xml"
        }, address


def test_a_page_links_its_translations_and_the_default_for_all_others(client: Client, tree):
    page = BeautifulSoup(client.get("/en/").text, "html.parser")

    links = {link["hreflang"]: link["href"] for link in page.find_all("link", rel="alternate")}

    assert links == {**HOMES, "x-default": HOMES["fr"]}


def test_the_language_switch_stays_on_the_content_or_leads_home(client: Client, tree):
    french = make.news(title="Ouverture", slug="ouverture")
    make.news(title="Opening", slug="opening", language="en", translation_of=french)

    page = BeautifulSoup(client.get("/fr/actualites/ouverture/").text, "html.parser")

    switch = page.find("ul", class_="languages")
    assert {link["hreflang"]: link["href"] for link in switch.find_all("a")} == {
        "fr": "/fr/actualites/ouverture/",
        "en": "/en/news/opening/",
        "de": "/de/",
        "lb": "/lb/",
    }


def test_a_member_and_a_visitor_read_the_same_page(client: Client, tree, admin_user):
    as_visitor = client.get("/fr/").text
    client.force_login(admin_user)

    assert client.get("/fr/").text == as_visitor
