"""The figures as a page, in words and charts, and as a table to download."""

import csv
import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from cluster.core.sections import footer, menu
from directory.figures.charts import months, widths
from directory.models import ContactMessage, ContactOutcome, FiguresPage
from tests.factories.directory import branch, profile, skill
from tests.factories.opportunities import opportunity
from tests.markup import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
TABLES = (
    *("branch", "kind", "size", "canton", "language", "month", "skill", "rising", "contact"),
    *("opportunity", "outcome"),
)


def rows(client, address="/fr/chiffres/figures.csv"):
    return list(csv.reader(client.get(address).content.decode("utf-8-sig").splitlines()))


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_it_is_planted_in_each_language_at_the_foot_of_every_page():
    url = {"fr": "/fr/chiffres/", "en": "/en/figures/", "de": "/de/zahlen/", "lb": "/lb/zuelen/"}

    assert {one: [s.url for s in footer(one) if "figures" in s.model] for one in url} == {
        one: [address] for one, address in url.items()
    }
    assert [s.model for s in menu("fr") if "figures" in s.model] == []


def test_starting_the_site_again_plants_the_one_that_is_missing_and_no_second():
    FiguresPage.objects.get(locale__language_code="de").delete()
    call_command("start_site")
    call_command("start_site")

    pages = FiguresPage.objects.order_by("slug")
    assert list(pages.values_list("slug", flat=True)) == ["chiffres", "figures", "zahlen", "zuelen"]
    assert pages.values("translation_key").distinct().count() == 1


def test_every_number_is_said_beside_its_chart_and_in_its_table(client: Client):
    profile("Anna", branches=[branch()], skills=[skill("Dessin")], languages=["lb"])
    html = client.get("/en/figures/").text

    assert faults(html) == []
    branches = html.partition('id="chart-branch"')[2].partition("</section>")[0]
    assert '<a href="/en/directory/?branch=design">Design</a>' in branches
    assert text_of(branches.partition("<tbody>")[2].partition("</tbody>")[0]).split() == [
        "Design",
        "1",
    ]
    assert '<rect class="bars__share" width="100" height="10" />' in branches
    assert "Fewer than 5 in every month so far." in html
    assert "Counted on" in html


def test_what_came_of_messages_stands_beside_how_many_there_were(client: Client, time_machine):
    time_machine.move_to("2026-05-20 12:00:00+02:00", tick=False)
    page, sent = profile("Anna"), timezone.now()
    for _one in range(6):
        ContactMessage.objects.create(
            profile=page, sender_name="Ben", text="Bonjour", confirmed_at=sent, sent_at=sent
        )
        outcome = ContactOutcome.objects.create(month=sent.date().replace(day=1), kind="studio")
        outcome.questions.create(by_creative=True, answer="paid")
    html = client.get("/en/figures/").text

    assert faults(html) == []
    numbers = html.partition('id="chart-contact"')[2].partition("</section>")[0]
    heads = text_of(numbers.partition("<thead>")[2].partition("</thead>")[0])
    assert heads.strip() == (
        "Month Messages Asked what came of it Outcome known Paid work Collaboration Led to nothing"
    )
    last = text_of(numbers.rpartition("<tr>")[2].partition("</tr>")[0]).split()
    assert last == ["May", "2026", "6", "6", "–", "–", "–", "–"]


def test_a_directory_without_anybody_says_so(client: Client):
    html = client.get("/en/figures/").text

    assert faults(html) == []
    # All but the messages, which are fewer than five.
    assert html.count("There is nothing to count yet.") == len(TABLES) - 1


def test_an_editor_s_words_stand_above_the_numbers(client: Client):
    page = FiguresPage.objects.get(locale__language_code="en")
    page.introduction = "Twice a year we look back."
    page.save_revision().publish()

    assert '<p class="lead">Twice a year we look back.</p>' in client.get("/en/figures/").text


def test_a_chart_s_marks_are_written_so_that_svg_reads_them_in_every_language(client: Client):
    for number in range(3):
        profile(f"A {number}", kind="studio" if number else "freelancer")
    html = client.get("/fr/chiffres/").text

    assert re.findall(r'bars__share" width="([^"]+)"', html)[:2] == ["100", "50"]
    assert re.findall(r'(?: x| y|width|height|points)="[^" ]*,[^" ]*,', html) == []


def test_marks_stand_on_one_scale_from_nothing():
    drawn = months([1, None, 4], [4, 5, 8])

    assert widths([3, 0, None, 1]) == ["100", "0", "0", "33.33"]
    assert widths([]) == []
    assert [one.height for one in drawn.columns] == ["12.5", "0", "50"]
    assert (drawn.line, drawn.width, drawn.top) == ("5,50 15,37.5 25,0", 30, 8)


def test_all_tables_come_in_one_file_and_each_in_its_own(client: Client):
    profile("Anna", branches=[branch()], skills=[skill("Dessin")], languages=["lb"])
    opportunity("Affiche")
    every = rows(client)
    one = rows(client, "/fr/chiffres/figures.csv?table=branch")

    assert every[0] == one[0] == ["table", "key", "name", "number", "other"]
    assert one[1:] == [["branch", "design", "Design", "1", ""]]
    assert one[1] in every
    assert ["language", "lb", "luxembourgeois", "1", ""] in every
    for table in ("contact", "contact-asked", "contact-paid", "contact-nothing"):
        assert [row[3] for row in every if row[0] == table] == ["<5"] * 24


def test_a_skill_that_begins_like_a_formula_is_none_in_the_file(client: Client):
    profile(skills=[skill("=1+1", fr="=1+1")])

    (row,) = rows(client, "/fr/chiffres/figures.csv?table=skill")[1:]
    assert row[2] == "'=1+1"


@pytest.mark.parametrize("asked", ["x", "%00", "branch%00", "é", "BRANCH"])
def test_a_table_that_does_not_exist_is_not_found(client: Client, asked):
    assert client.get(f"/fr/chiffres/figures.csv?table={asked}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_often_for_three_profiles_as_for_one(
    client: Client, number, django_assert_num_queries
):
    for one in range(number):
        made = branch(f"branch-{one}", one)
        profile(f"Anna {one}", branches=[made], skills=[skill(f"Skill {one}")])
        opportunity(f"Offre {one}")
    client.get("/fr/chiffres/?first")

    with django_assert_num_queries(1):
        client.get("/fr/chiffres/?again")
