"""Pages that an editor keeps for some, by Wagtail's own privacy settings."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from cluster.accounts.models import User
from cluster.home.models import HomePage
from directory.models import DirectoryPage
from events.models import EventPage
from tests.factories import home as make
from tests.factories.accounts import UserFactory
from tests.factories.directory import profile
from tests.factories.events import event
from tests.factories.resources import PriceListPageFactory, PriceRowFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/fr/actualites/interne/"


@pytest.fixture
def closed(tree):
    return make.news(title="Marker-closed", slug="interne")


def close(page, kind, **fields):
    return PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)


def test_who_has_the_password_reads_the_page(client, closed):
    close(closed, PageViewRestriction.PASSWORD, password="sesame")

    asked = client.get(ADDRESS)
    form = BeautifulSoup(asked.text, "html.parser").select_one("main form")
    wrong = client.post(form["action"], {"password": "guess", "return_url": ADDRESS})
    right = client.post(form["action"], {"password": "sesame", "return_url": ADDRESS})

    assert "Marker-closed" not in asked.text + wrong.text
    assert wrong.context["form"].errors.keys() == {"password"}
    assert (right.status_code, right["Location"]) == (302, ADDRESS)
    assert "Marker-closed" in client.get(ADDRESS).text


def test_who_has_to_log_in_finds_our_log_in_and_comes_back(client, closed):
    close(closed, PageViewRestriction.LOGIN)

    asked = client.get(ADDRESS)
    client.force_login(UserFactory())

    assert asked["Location"] == f"/account/login/?next={ADDRESS}"
    assert "Marker-closed" in client.get(ADDRESS).text


def test_the_log_in_that_wagtail_brings_is_no_second_door(client, tree):
    response = client.post("/fr/_util/login/", {"username": "a@example.org", "password": "x"})

    assert (response.status_code, response["Location"]) == (302, "/account/login/")
    assert not User.objects.exists()


def test_what_is_closed_is_in_no_list_nor_feed(client, closed):
    close(closed, PageViewRestriction.LOGIN)
    hidden = event(title="Marker-closed too", slug="interne")
    close(hidden, PageViewRestriction.LOGIN)
    open_one = make.news(title="Pour tous", slug="pour-tous")
    addresses = ["actualites/", "actualites/feed.xml", "agenda/", "agenda/feed.xml", ""]

    said = {address: client.get(f"/fr/{address}").text for address in addresses}

    assert [address for address, text in said.items() if "Marker-closed" in text] == []
    assert open_one.title in said["actualites/"]
    assert open_one.title in said["actualites/feed.xml"]


def test_a_closed_page_elsewhere_leaves_registration_open(client, closed):
    close(closed, PageViewRestriction.LOGIN)
    event(slug="portes-ouvertes", registration="here")

    assert client.get("/fr/agenda/portes-ouvertes/registration/").status_code == 200


def test_an_event_closed_in_one_language_is_listed_in_the_next_that_is_open(client, tree):
    french = event(title="Fermé", slug="ferme")
    event(title="Open", slug="open", language="en", translation_of=french)
    event(title="Offen", slug="offen", language="de", translation_of=french)
    close(french, PageViewRestriction.LOGIN)

    def listed(language):
        answer = client.get(f"/api/v1/events/?lang={language}").json()
        return [one["title"] for one in answer["items"]]

    assert [listed(language) for language in ("fr", "en", "de", "lb")] == [
        ["Open"],
        ["Open"],
        ["Offen"],
        ["Open"],
    ]


def test_who_registered_behind_the_door_hears_of_the_event_they_read(client, tree):
    french = event(title="Fermé", slug="ferme", registration="here")
    event(title="Open", slug="open", language="en", translation_of=french, registration="here")
    close(french, PageViewRestriction.LOGIN)

    read = EventPage.objects.for_registration(french.seats, "fr")

    assert read == french


def test_prices_of_a_closed_list_are_for_those_who_may_read_it_in_every_language(client, tree):
    prices = PriceListPageFactory(slug="prix")
    PriceRowFactory(page=prices, services={"fr": "Marker-closed", "en": "Marker-closed"})
    PriceListPageFactory(slug="prices", language="en", translation_key=prices.translation_key)
    close(prices, PageViewRestriction.LOGIN)
    addresses = ["/en/resources/prices/", "/api/v1/resources/price-list/prices/"]

    said = {address: client.get(address) for address in addresses}
    client.force_login(UserFactory())

    assert {address: one.status_code for address, one in said.items()} == dict.fromkeys(said, 200)
    assert [address for address, one in said.items() if "Marker-closed" in one.text] == []
    assert "Marker-closed" in client.get("/fr/ressources/prix/").text


def test_nobody_registers_for_an_event_that_is_closed_to_them(client, tree):
    close(event(slug="interne", registration="here"), PageViewRestriction.LOGIN)

    assert client.get("/fr/agenda/interne/registration/").status_code == 404
    client.force_login(UserFactory())
    assert client.get("/fr/agenda/interne/registration/").status_code == 200


def test_what_the_directory_shows_everywhere_cannot_be_closed(admin_client, tree):
    """Its map, its API and its feed read listings, which know of no restriction."""
    news = make.news()
    above = [HomePage.objects.first(), DirectoryPage.objects.first(), profile()]

    for page in (*above, news):
        admin_client.post(f"/admin/pages/{page.pk}/privacy/", {"restriction_type": "login"})

    assert [one.page_id for one in PageViewRestriction.objects.all()] == [news.pk]
