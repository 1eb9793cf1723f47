"""The list a visitor collects: kept in its address, so that it is shared and needs no script."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from openpyxl import load_workbook

from cluster.geo import gazetteer
from directory.models.choices import Availability
from tests.factories.directory import profile, skill

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
LIST = "/en/directory/shortlist/"


def page_at(client: Client, query: str = "") -> BeautifulSoup:
    answer = client.get(LIST + query)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    return BeautifulSoup(answer.text, "html.parser")


def names(page: BeautifulSoup) -> list[str]:
    return [title.text for title in page.select("main .card__title")]


def coverage(page: BeautifulSoup) -> dict[str, str]:
    rows = page.select(".shortlist-table tbody tr")
    return {row.th.text: row.td.get_text(" ", strip=True) for row in rows}


def gaps(page: BeautifulSoup) -> dict[str, list[str]]:
    return {
        gap.h4.text: [one.text for one in gap.select(".candidate strong")]
        for gap in page.select(".shortlist-gap")
    }


def test_the_address_alone_says_who_is_on_it_and_in_which_order(client: Client):
    for name in ("Anna", "Ben", "Cleo"):
        profile(name)

    assert names(page_at(client, "?p=cleo&p=anna&p=cleo")) == ["Cleo", "Anna"]
    assert "Nobody is on this list yet." in page_at(client).text


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("fr", "/fr/annuaire/selection/"),
        ("en", LIST),
        ("de", "/de/verzeichnis/auswahl/"),
    ],
)
def test_every_language_has_its_own_address_for_it(client: Client, language, address):
    profile("Anna")

    page = page_at(client, "?p=anna")

    link = page.select_one(f'link[rel=alternate][hreflang="{language}"]')
    assert link["href"] == f"http://127.0.0.1:8000{address}?p=anna"
    assert client.get(f"{address}?p=anna").status_code == 200


def test_the_word_of_another_language_leads_to_this_ones(client: Client):
    answer = client.get("/en/directory/auswahl/?p=anna")

    assert (answer.status_code, answer["Location"]) == (301, f"{LIST}?p=anna")
    answer = client.get("/en/directory/auswahl/shortlist.csv?p=anna")
    assert answer["Location"] == f"{LIST}shortlist.csv?p=anna"


def test_no_profile_takes_the_address_of_the_list(client: Client):
    page = profile("Shortlist", slug="")

    assert page.slug == "shortlist-2"


def test_without_scripts_somebody_collects_by_following_links(client: Client):
    for name in ("Anna Weber", "Ben Weber", "Cleo"):
        profile(name)
    directory = BeautifulSoup(client.get("/en/directory/").text, "html.parser")

    begin = directory.select_one('[data-shortlist="anna-weber"]')["href"]
    first = BeautifulSoup(client.get(begin).text, "html.parser")
    fields = {one["name"]: one["value"] for one in first.select(".shortlist-search [type=hidden]")}
    found = page_at(client, f"?p={fields['p']}&q=weber")
    (add,) = found.select(".candidate a.button")
    second = page_at(client, add["href"])
    off = second.select_one('[data-off="anna-weber"]')["href"]

    assert names(first) == ["Anna Weber"]
    assert add["href"] == "?p=anna-weber&p=ben-weber"
    assert names(second) == ["Anna Weber", "Ben Weber"]
    assert names(page_at(client, off)) == ["Ben Weber"]


def test_who_is_gone_is_said_and_left_out(client: Client):
    profile("Anna")
    profile("Ben", draft=True)

    page = page_at(client, "?p=anna&p=ben&p=nobody%00&p=%F0%9F%92%A5")

    assert names(page) == ["Anna"]
    warning = page.select_one(".message--warning")
    assert "ben" in warning.text
    assert warning.a["href"] == "?p=anna"


def test_a_list_of_too_many_says_so(client: Client):
    query = "&".join(f"p=nobody-{number}" for number in range(60))

    page = page_at(client, f"?{query}")

    assert "At most 50 at once." in page.text
    assert "“nobody-50”" in page.text


@pytest.mark.parametrize(
    "query",
    [
        "?p=&need=&near=&radius=&skills=&q=",
        "?p=%00&need=%00&near=%00&radius=-1&q=%00&skills=%00",
        "?p=" + "x" * 3000,
        "?need=telepathy&near=Atlantis&radius=nan&colour=red",
        "?near=91,181&radius=inf&q=%27%22%3C",
        "?skills=" + ",".join("abcdefghijklmnop") + "&p[]=1",
    ],
)
def test_nothing_in_the_address_breaks_it(client: Client, query):
    profile("Anna", skills=[skill("Dessin")])

    page_at(client, query)
    assert client.get(f"{LIST}shortlist.xlsx{query}").status_code == 200


def test_it_says_who_covers_what_and_who_near_by_could_fill_a_gap(client: Client):
    drawing, motion, sound = (skill(name) for name in ("Drawing", "Motion", "Sound"))
    profile("Anna", skills=[drawing], locality="Esch-sur-Alzette")
    profile("Near", skills=[motion], locality="Esch-sur-Alzette")
    profile("Nearer and both", skills=[motion, sound], locality="Luxembourg")
    profile("Far", skills=[motion, sound], locality="Clervaux")
    profile("Busy", skills=[sound], availability=Availability.UNAVAILABLE, locality="Luxembourg")

    page = page_at(client, "?p=anna&need=drawing&need=motion&need=sound&near=Esch&radius=25")

    assert coverage(page) == {"Drawing": "Anna", "Motion": "Nobody yet", "Sound": "Nobody yet"}
    assert gaps(page) == {"Motion": ["Nearer and both", "Near"], "Sound": ["Nearer and both"]}
    first, second, *_rest = page.select(".candidate")
    assert "also fills: Sound" in first.text
    assert "about 0 km" in second.text
    add = second.select_one("a.button")["href"]
    assert coverage(page_at(client, add))["Motion"] == "Near"


def test_where_no_place_is_named_the_middle_of_the_list_is_taken(client: Client):
    motion = skill("Motion")
    profile("Anna", locality="Esch-sur-Alzette")
    profile("Near", skills=[motion], locality="Schifflange")
    profile("Far", skills=[motion], locality="Clervaux")

    assert gaps(page_at(client, "?p=anna&need=motion&radius=10")) == {"Motion": ["Near"]}
    assert gaps(page_at(client, "?need=motion")).keys() == {"Motion"}


def test_skills_are_named_in_any_language_and_what_is_unknown_gets_a_word(client: Client):
    skill("Dessin", de="Zeichnen", en="Drawing")
    skill("Motion design")

    page = page_at(client, "?skills=zeichnen,+Motoin+design")

    assert list(coverage(page)) == ["Drawing"]
    assert "Did you mean: Motion design?" in page.select_one(".field--invalid").text
    assert page.select_one("#need-skills")["value"] == "Motoin design"


def test_the_gap_becomes_a_request_whose_form_is_filled_in(client: Client):
    skill("Dessin", en="Drawing")
    esch = gazetteer.find("Esch")
    page = page_at(client, "?need=dessin&near=Esch")

    link = page.find("a", string="Post a collaboration request for what is missing")["href"]
    form = BeautifulSoup(client.get(link).text, "html.parser")

    assert form.select_one("[name=kind][checked]")["value"] == "collaboration"
    assert form.select_one("[name=skills]")["value"] == "Drawing"
    assert form.select_one("[name=locality]")["value"] == esch.name


@pytest.mark.parametrize("name", ["shortlist.csv", "shortlist.xlsx"])
def test_the_list_is_downloaded_in_its_order(client: Client, name):
    for one in ("Anna", "Ben"):
        profile(one)

    content = client.get(f"{LIST}{name}?p=ben&p=anna").content

    if name.endswith("csv"):
        rows = list(csv.reader(io.StringIO(content.decode())))
    else:
        rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert [row[1] for row in rows] == ["name", "Ben", "Anna"]


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_whatever_its_length(client: Client, django_assert_num_queries, number):
    skills = [skill(f"Skill {index}") for index in range(4)]
    for index in range(4):
        profile(f"On {index}", skills=[skills[0]], locality="Esch-sur-Alzette")
        profile(f"Off {index}", skills=skills[1:], locality="Esch-sur-Alzette")
    people = "".join(f"&p=on-{index}" for index in range(number))
    needs = "".join(f"&need=skill-{index}" for index in range(1, number + 1))
    client.get(f"{LIST}?need=skill-0&need=skill-1&need=skill-2&need=skill-3")

    with django_assert_num_queries(2):
        page = page_at(client, f"?{people}{needs}")

    assert len(names(page)) == number
    assert len(gaps(page)) == number
