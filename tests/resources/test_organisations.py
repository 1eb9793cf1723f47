"""Who helps: narrowed, on the map, and what nobody helps with."""

import pytest
from bs4 import BeautifulSoup

from tests.factories.resources import (
    GapsPageFactory,
    NeedFactory,
    OrganisationFactory,
    OrganisationsPageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
PAGE = "/en/resources/organisations/"


def soup(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def texts(page, selector):
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


@pytest.fixture
def two():
    """One helps companies to export, one everybody to start, and nobody to learn."""
    OrganisationsPageFactory(language="en")
    exports = OrganisationFactory(
        slug="odl",
        names={"en": "Office du Ducroire"},
        offers={"en": "Foires à l’étranger"},
        locality="Esch-sur-Alzette",
        audience_kinds=["company"],
        languages=["de"],
        email="info@example.org",
    )
    exports.needs.add(NeedFactory(slug="client", names={"en": "Un client"}))
    starts = OrganisationFactory(slug="hoe", names={"en": "House"}, offers={"en": "Conseil"})
    starts.needs.add(NeedFactory(slug="start", purpose="start", names={"en": "Démarrer"}))
    NeedFactory(slug="learn", purpose="learn", names={"en": "Une bourse"})


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["House", "Office du Ducroire"]),
        ("purpose=export", ["Office du Ducroire"]),
        ("need=start", ["House"]),
        ("audience=artist", ["House"]),
        ("audience=company", ["House", "Office du Ducroire"]),
        ("language=de", ["Office du Ducroire"]),
        ("q=etrang", ["Office du Ducroire"]),
        ("q=esch&purpose=start", []),
        ("purpose=moon&q=%00", ["House", "Office du Ducroire"]),
    ],
)
def test_the_list_is_narrowed_and_what_it_does_not_know_is_said(client, two, query, names):
    page = soup(client, f"{PAGE}?{query}")

    assert texts(page, ".organisation__name") == names
    assert bool(page.select(".message--warning li")) == ("moon" in query)


def test_a_need_without_an_organisation_shows_as_a_gap_here_and_in_the_summary(client, two):
    GapsPageFactory(language="en")

    assert texts(soup(client, PAGE), ".unmet li") == ["I learn Une bourse"]
    assert texts(soup(client, f"{PAGE}?purpose=export"), ".unmet li") == []
    assert texts(soup(client, "/en/resources/manques/"), ".unmet li") == ["I learn Une bourse"]


def test_the_map_has_those_found_that_have_a_place(client, two):
    answer = client.get(f"{PAGE}places.geojson?bbox=5.9,49.4,6.1,49.6&zoom=9")
    away = client.get(f"{PAGE}places.geojson?bbox=6.2,49.8,6.4,49.9")
    wrong = client.get(f"{PAGE}places.geojson?bbox=x&purpose=start")

    [feature] = answer.json()["features"]
    assert answer["Content-Type"] == "application/geo+json"
    assert feature["properties"]["name"] == "Office du Ducroire"
    assert feature["properties"]["precision"] == "locality"
    assert feature["properties"]["html_url"].endswith(f"{PAGE}#who-odl")
    assert away.json()["features"] == wrong.json()["features"] == []


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(client, number, django_assert_num_queries):
    OrganisationsPageFactory(language="en")
    for one in OrganisationFactory.create_batch(number):
        one.needs.add(NeedFactory())
    client.get(PAGE)

    with django_assert_num_queries(6):
        client.get(PAGE)
