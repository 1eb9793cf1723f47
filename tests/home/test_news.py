import datetime as dt
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories import home as make

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def titles(html: str) -> list[str]:
    page = BeautifulSoup(html, "html.parser")
    return [heading.text.strip() for heading in page.select(".news-list h2")]


def test_news_are_listed_latest_first_without_drafts(client: Client, tree):
    make.news(title="Ancienne", slug="ancienne", date=dt.date(2026, 1, 1))
    make.news(title="Récente", slug="recente", date=dt.date(2026, 5, 1))
    make.news(title="Brouillon", slug="brouillon", draft=True)

    assert titles(client.get("/fr/actualites/").text) == ["Récente", "Ancienne"]
    assert client.get("/fr/actualites/brouillon/").status_code == 404


def test_without_news_the_list_says_so(client: Client, tree):
    page = BeautifulSoup(client.get("/en/news/").text, "html.parser")

    assert page.select_one(".empty h2").text == "No news yet"


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_of_news_costs_two_queries(client: Client, tree, many, django_assert_num_queries):
    for number in range(many):
        make.news(title=f"Nouvelle {number}", slug=f"nouvelle-{number}")
    client.get("/fr/actualites/")

    with django_assert_num_queries(2):
        client.get("/fr/actualites/")


@pytest.mark.parametrize("parts", [1, 3])
def test_a_piece_of_news_costs_two_queries(client: Client, tree, parts, django_assert_num_queries):
    make.news(body=make.TEXT * parts)
    client.get("/fr/actualites/une-nouvelle/")

    with django_assert_num_queries(2):
        client.get("/fr/actualites/une-nouvelle/")


def test_the_feed_is_atom_with_whole_addresses(client: Client, tree, settings):
    make.news()
    make.news(title="Brouillon", slug="brouillon", draft=True)

    response = client.get("/fr/actualites/feed.xml")

    feed = ElementTree.fromstring(response.content)  # noqa: S314 - our own answer
    entries = feed.findall(f"{ATOM}entry")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Une nouvelle"]
    address = f"{settings.BASE_URL}/fr/actualites/une-nouvelle/"
    assert entries[0].findtext(f"{ATOM}id") == address
    assert entries[0].find(f"{ATOM}link").get("href") == address
    assert entries[0].findtext(f"{ATOM}published") == "2026-06-01T08:00:00+02:00"


@pytest.mark.parametrize("page", ["0", "99", "x", "'"])
def test_a_page_number_that_does_not_exist_shows_a_page_that_does(client: Client, tree, page):
    make.news()

    assert titles(client.get("/fr/actualites/", {"page": page}).text) == ["Une nouvelle"]
