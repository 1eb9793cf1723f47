import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cluster.home.models import HomePage
from tests.factories import directory as make
from tests.factories.events import event
from tests.factories.opportunities import opportunity
from tests.factories.resources import GuidePageFactory

pytestmark = pytest.mark.django_db


def fill(many: int) -> None:
    for number in range(many):
        branch = make.branch(f"branche-{number}", number + 1, fr=f"Branche {number}")
        make.profile(f"Créatrice {number}", branches=[branch], point=make.ESCH.point)
        opportunity(f"Offre {number}")
        event(title=f"Rencontre {number}", slug=f"rencontre-{number}")
        GuidePageFactory(title=f"Guide {number}", slug=f"guide-{number}")


def read(client: Client, address: str = "/fr/") -> BeautifulSoup:
    return BeautifulSoup(client.get(address).text, "html.parser")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(one.text.split()) for one in page.select(selector)]


@pytest.mark.parametrize("many", [1, 3])
def test_the_home_costs_six_queries(client: Client, tree, many, django_assert_num_queries):
    fill(many)
    client.get("/fr/")

    with django_assert_num_queries(6):
        client.get("/fr/")


def test_the_home_shows_every_room(client: Client, tree):
    fill(1)
    make.profile("Brouillon", draft=True)

    page = read(client)

    assert texts(page, "[aria-labelledby=newest] h3") == ["Créatrice 0"]
    assert texts(page, "[aria-labelledby=next-events] h3") == ["Rencontre 0"]
    assert texts(page, "[aria-labelledby=wanted] h3") == ["Offre 0"]
    assert texts(page, "[aria-labelledby=guides] h3") == ["Guide 0"]
    assert len(page.select(".outline-map-dot")) == 1


def test_branches_lead_to_the_directory_and_say_how_many_live_profiles_they_have(
    client: Client, tree
):
    design = make.branch()
    make.branch("musique", 12, fr="Musique")
    make.profile("Une", branches=[design])
    make.profile("Deux", branches=[design])
    make.profile("Brouillon", branches=[design], draft=True)

    lines = read(client).select(".branch-index a")

    assert [(line["href"], line.text.split()[:2]) for line in lines] == [
        ("/fr/annuaire/?branch=design", ["Design", "2"]),
        ("/fr/annuaire/?branch=musique", ["Musique", "0"]),
    ]


def test_the_big_search_asks_the_directory_of_the_language(client: Client, tree):
    form = read(client, "/en/").select_one("main form")

    assert form["action"] == "/en/directory/"
    assert form.select_one("input")["name"] == "q"
    assert form.select_one(f"label[for={form.select_one('input')['id']}]")


def test_the_sentence_an_editor_writes_is_the_heading(client: Client, tree):
    HomePage.objects.filter(locale__language_code="fr").update(introduction="Trouvez-les.")

    assert read(client).h1.text == "Trouvez-les."


def test_an_empty_site_shows_no_empty_parts(client: Client, tree):
    page = read(client)

    assert page.select("#newest, #next-events, #wanted, #guides") == []
