"""What everybody reads of opportunities, and what nobody does."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from directory.opportunities import posting
from tests.factories import directory as make
from tests.factories.members import MemberFactory
from tests.factories.opportunities import DAY, draft, opportunity, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
FR = "/fr/opportunites/"


def read(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).text, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [one.text for one in page.select(".opportunity-card__title")]


@pytest.fixture
def four(tree):
    """Of four kinds, in this order from the newest."""
    drawing, film = make.skill("Illustration", de="Illustration"), make.branch("film", 4, fr="Film")
    opportunity("Affiche", kind="contest", rules="Un jury.", fee="300 €", skills=[drawing])
    opportunity("Montage", branches=[film], locality="Clervaux", languages=["de"])
    opportunity("Entraide", kind="collaboration", pay="unpaid", skills=[drawing])
    opportunity("Musique", workplace="remote", locality="", deadline=today() + 3 * DAY)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Musique", "Entraide", "Montage", "Affiche"]),
        ("?sort=deadline", ["Musique", "Affiche", "Montage", "Entraide"]),
        ("?type=contest&type=collaboration", ["Entraide", "Affiche"]),
        ("?branch=film", ["Montage"]),
        ("?skill=illustration", ["Entraide", "Affiche"]),
        ("?q=ILLUSTR", ["Entraide", "Affiche"]),
        ("?workplace=remote", ["Musique"]),
        ("?pay=unpaid", ["Entraide"]),
        ("?canton=clervaux", ["Montage"]),
        ("?language=de", ["Montage"]),
        ("?near=Clervaux&radius=5", ["Montage"]),
        ("?near=Esch-sur-Alzette&type=contest", ["Affiche"]),
    ],
)
def test_each_filter_finds_what_it_says(client: Client, four, asked, found):
    assert titles(read(client, FR + asked)) == found


def test_a_chip_says_how_many_its_click_gives(client: Client, four):
    page = read(client, f"{FR}?skill=illustration")

    counts = {
        chip["href"]: int(chip.select_one(".chip__count").text)
        for chip in page.select("#results [aria-label] a.chip:has(.chip__count)")
    }

    assert len(counts) == 2
    for address, count in counts.items():
        assert len(titles(read(client, address))) == count


def test_an_empty_result_says_which_filter_to_drop(client: Client, four):
    ways = read(client, f"{FR}?branch=film&pay=unpaid").select(".empty .chip")

    assert [(one["href"], one.text.split()[-1]) for one in ways] == [
        (f"{FR}?pay=unpaid", "1"),
        (f"{FR}?branch=film", "1"),
    ]


@pytest.mark.parametrize("nonsense", ["type=x", "branch=%00", "near=Xyzzyx", "page=a", "x=1"])
def test_what_is_not_understood_is_said_and_ignored(client: Client, four, nonsense):
    response = client.get(f"{FR}?{nonsense}")

    assert response.status_code == 200
    assert "message--warning" in response.text
    assert len(titles(BeautifulSoup(response.text, "html.parser"))) == 4


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_costs_three_queries(client: Client, tree, many, django_assert_num_queries):
    for number in range(many):
        opportunity(f"Offre {number}", skills=[make.skill(f"Art {number}")])
    client.get(FR)

    with django_assert_num_queries(3):
        client.get(FR)


@pytest.mark.parametrize("many", [1, 3])
def test_one_with_those_who_fit_costs_four_queries(
    client: Client, tree, many, django_assert_num_queries
):
    art = make.skill("Typographie")
    for number in range(many):
        make.profile(f"Anna {number}", skills=[art])
    opportunity(skills=[art])
    client.get(f"{FR}graphiste/")

    with django_assert_num_queries(4):
        client.get(f"{FR}graphiste/")


def test_every_language_has_it_at_its_own_address_in_the_language_it_is_written_in(
    client: Client, tree
):
    opportunity(title="Illustratorin gesucht", slug="illustratorin", language="de")

    for address in ("/fr/opportunites/", "/en/opportunities/", "/de/angebote/", "/lb/offeren/"):
        page = read(client, f"{address}illustratorin/")
        assert (page.h1.text, page.h1["lang"]) == ("Illustratorin gesucht", "de")
        assert titles(read(client, address)) == ["Illustratorin gesucht"]


def test_profiles_that_fit_come_with_the_reason(client: Client, tree):
    art = make.skill("Typographie", en="Typography")
    make.profile("Anna Weber", skills=[art], languages=["de"], point=make.ESCH.point)
    make.profile("Ben Muller", skills=[art])
    make.profile("Cleo", skills=[art], availability="unavailable")
    make.profile("Dan", skills=[art], draft=True)
    make.profile("Eva", languages=["de"])
    opportunity(skills=[art], languages=["de"], slug="wanted")

    fitting = read(client, "/en/opportunities/wanted/").select("[aria-labelledby=fitting] li")

    assert [(one.h3.text, one.select_one(".opportunity-because").text) for one in fitting] == [
        (
            "Anna Weber",
            "Does Typography, is in the canton of Esch-sur-Alzette, speaks German",
        ),
        ("Ben Muller", "Does Typography"),
    ]


def test_a_job_says_what_search_engines_ask_for_and_a_tender_nothing(client: Client, tree):
    opportunity("Monteur", slug="monteur", pay_min=2800, pay_max=3000)
    opportunity("Marché", slug="marche", kind="tender")

    job = read(client, f"{FR}monteur/").select_one("script[type='application/ld+json']")
    tender = read(client, f"{FR}marche/").select_one("script[type='application/ld+json']")

    said = json.loads(job.text)
    assert (said["@type"], said["title"]) == ("JobPosting", "Monteur")
    assert said["hiringOrganization"]["name"] == "Studio Lune"
    assert said["jobLocation"]["address"]["addressLocality"] == "Esch-sur-Alzette"
    assert said["baseSalary"]["value"]["minValue"] == 2800
    assert said["validThrough"] == (today() + 30 * DAY).isoformat()
    assert tender is None


def test_what_is_not_open_is_in_no_list_and_its_page_says_so(client: Client, tree):
    member = MemberFactory()
    opportunity("Expirée", slug="expiree", deadline=today() - DAY)
    posting.fill(opportunity("Pourvue", slug="pourvue", owner=member), by=member)
    addresses = (FR, f"{FR}feed.xml", f"{FR}opportunities.csv", "/api/v1/opportunities/", "/fr/")

    for address in (*addresses, "/sitemap-opportunities.xml"):
        text = client.get(address).text
        assert "Expirée" not in text
        assert "Pourvue" not in text
        assert "pourvue" not in text
    for slug in ("expiree", "pourvue"):
        page = read(client, f"{FR}{slug}/")
        assert page.select_one(".message--warning")
        assert page.select_one("meta[name=robots]")["content"] == "noindex"
        assert client.get(f"/api/v1/opportunities/{slug}/").status_code == 404


def test_no_draft_and_no_address_of_anybody_is_shown_anywhere(client: Client, tree):
    member = MemberFactory(email="secret-member@example.org")
    shown = opportunity("Visible", owner=member, slug="visible")
    opportunity("Client", email="secret-client@example.org", slug="client")
    changed = posting.draft_of(shown)
    changed.title, changed.body = "Marker-draft", "Marker-draft"
    posting.save(changed, by=member)
    posting.submit(draft("Marker-draft", owner=member, slug="hidden"), by=member)

    for address in (
        *(FR, f"{FR}?q=marker", f"{FR}feed.xml", f"{FR}opportunities.csv", "/fr/"),
        *(f"{FR}visible/", f"{FR}client/", f"{FR}client/contact/"),
        *("/api/v1/opportunities/", "/api/v1/opportunities/visible/", "/sitemap-opportunities.xml"),
        *("/api/v3/pages/", "/sitemap-pages.xml"),
    ):
        response = client.get(address)
        assert response.status_code == 200
        text = response.text.replace('value="marker"', "")
        assert "Marker-draft" not in text
        assert "secret-" not in text
    for address in (f"{FR}hidden/", "/api/v1/opportunities/hidden/", f"{FR}hidden/contact/"):
        assert client.get(address).status_code == 404


def test_an_answer_goes_through_us_to_whoever_posted_it(
    client: Client, tree, mailoutbox, django_capture_on_commit_callbacks
):
    opportunity("Affiche", email="client@example.org", slug="affiche")
    opportunity("Ailleurs", slug="ailleurs", answer_url="https://example.org/job")
    typed = {"sender_name": "Ben", "sender_email": "ben@example.org", "text": "Bonjour"}

    assert client.post(f"{FR}affiche/contact/", typed).status_code == 302
    link = next(word for word in mailoutbox[-1].body.split() if "/messages/confirm/" in word)
    client.post(link.replace("http://127.0.0.1:8000", ""))

    assert [one.to for one in mailoutbox] == [["ben@example.org"], ["client@example.org"]]
    assert "Bonjour" in mailoutbox[1].body
    assert "“Affiche”" in mailoutbox[1].body
    assert "ben@example.org" not in mailoutbox[1].body
    assert client.get(f"{FR}ailleurs/contact/").status_code == 404
    assert 'href="https://example.org/job"' in client.get(f"{FR}ailleurs/").text
