import json

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.test import Client

from directory.models import ProfileLink, ProfilePage, ProfileText, Realisation, TeamMember
from tests.factories.directory import OFF_CENTRE, branch, profile, skill

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def _tree(tree):
    pass


def page_at(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    return BeautifulSoup(response.text, "html.parser")


def cards(soup: BeautifulSoup) -> list[str]:
    return [title.text for title in soup.select(".directory-list .card__title")]


def make(number: int) -> None:
    for index in range(number):
        profile(
            f"Studio {index}", branches=[branch()], skills=[skill("Dessin"), skill("Photographie")]
        )


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("parameters", "queries"),
    [("", 2), ("?q=studio", 3), ("?q=studoi&branch=design&sort=name", 3), ("?sort=name", 1)],
)
def test_the_list_costs_the_same_whatever_its_length(
    client: Client, django_assert_num_queries, number, parameters, queries
):
    make(number)
    # Names and the editors' words are read once a minute.
    client.get("/fr/annuaire/?branch=design")
    client.get("/fr/annuaire/?q=zz")

    with django_assert_num_queries(queries):
        soup = page_at(client, f"/fr/annuaire/{parameters}")

    assert len(cards(soup)) == number


def test_an_empty_result_says_which_filter_to_drop_and_what_that_gives(
    client: Client, django_assert_num_queries
):
    make(3)
    profile("Anna", languages=["de"])
    client.get("/fr/annuaire/?branch=design")

    with django_assert_num_queries(2):
        soup = page_at(client, "/en/directory/?branch=design&language=de&kind=freelancer")

    ways = [(link["href"], link.text) for link in soup.select(".empty li a")]
    assert ways == [
        ("?branch=design&kind=freelancer", "without German: 3 profiles"),
        ("?kind=freelancer&language=de", "without Design: 1 profile"),
    ]


def test_active_filters_can_each_be_removed_and_what_is_ignored_is_said(client: Client):
    make(1)

    soup = page_at(client, "/en/directory/?branch=design&q=studoi&kind=robot")

    assert [chip["href"] for chip in soup.select(".directory-summary .chip")] == [
        "?branch=design",
        "?q=studoi",
    ]
    assert "instead of" in soup.select_one(".directory-corrected").text
    assert soup.select_one(".directory-corrected strong").text == "studio"
    assert "robot" in soup.select_one(".message--warning").text


def test_a_page_too_high_is_the_last_one(client: Client):
    make(1)

    assert cards(page_at(client, "/fr/annuaire/?page=99")) == ["Studio 0"]


def anna():
    return profile(
        "Anna & Söhne",
        slug="anna",
        texts=[
            ProfileText(language="fr", headline="Graphiste", body="Premier.\n\nSecond."),
            ProfileText(language="de", headline="Grafikerin"),
        ],
        branches=[branch()],
        skills=[skill("Photographie", en="Photography")],
        languages=["lb", "fr"],
        locality="Esch-sur-Alzette",
        point=OFF_CENTRE,
        realisations=[Realisation(title="Affiche", client="Théâtre", year=2025)],
        team=[TeamMember(name="Ben", role="Assistant")],
        links=[ProfileLink(url="https://example.org/anna", label="")],
        contact_email="anna@example.org",
    )


def test_a_profile_shows_all_it_has_below_every_languages_directory(
    client: Client, django_assert_num_queries
):
    anna()
    make(3)
    client.get("/en/directory/anna/")

    with django_assert_num_queries(5):
        soup = page_at(client, "/en/directory/anna/")

    assert soup.h1.text == "Anna & Söhne"
    assert [chip.text for chip in soup.select(".profile .chip")] == ["Photography"]
    assert soup.select_one(".lead")["lang"] == "fr"
    assert "approximate" in soup.select_one(".profile__facts").text
    assert soup.select_one(".profile__contact a")["href"] == "/en/directory/anna/contact/"
    assert len(soup.select(".profile-similar .card")) == 3
    assert soup.select_one(".profile__texts .muted").text.strip() == "In French"
    german = page_at(client, "/de/verzeichnis/anna/")
    assert german.select_one(".lead").text == "Grafikerin"
    assert german.select_one(".profile__texts .muted").text.strip() == "Auf Französisch"


def test_a_profile_says_what_it_is_and_where_its_translations_are(client: Client):
    anna()

    soup = page_at(client, "/en/directory/anna/")

    assert [link["hreflang"] for link in soup.select("link[hreflang]")] == [
        "fr",
        "x-default",
        "en",
        "de",
        "lb",
    ]
    assert soup.select_one("link[rel=canonical]")["href"].endswith("/en/directory/anna/")
    data = json.loads(soup.select_one('script[type="application/ld+json"]').text)
    assert data["@type"] == "ProfilePage"
    assert data["mainEntity"]["name"] == "Anna & Söhne"


@pytest.mark.parametrize("address", ["/fr/annuaire/anna-weber/", "/en/directory/nobody/"])
def test_a_draft_and_nobody_are_not_found(client: Client, address):
    profile(draft=True)

    assert client.get(address).status_code == 404


def test_the_preview_of_a_draft_looks_like_the_page_and_is_stored_nowhere(client: Client, rf):
    page = profile(draft=True, headline="Pas encore public")

    response = page.make_preview_request()

    assert "Pas encore public" in response.text
    assert not ProfilePage.objects.filter(listing__isnull=False).exists()


def test_the_feed_honours_the_filters(client: Client):
    make(2)
    profile("Anna")

    feed = ElementTree.fromstring(client.get("/fr/annuaire/feed.xml?branch=design").content)

    titles = sorted(title.text for title in feed.iterfind(f"{ATOM}entry/{ATOM}title"))
    assert titles == ["Studio 0", "Studio 1"]
