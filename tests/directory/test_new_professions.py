"""The editors' report on what no nomenclature has: who claims it, since when, where."""

import csv
import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime

from directory.models import Skill
from tests.factories.directory import profile, skill
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/new-professions/"
SKILLS = "/admin/snippets/directory/skill/"


@pytest.fixture
def editor(client: Client, tree):
    editor = MemberFactory(editor=True)
    client.force_login(editor)
    client.cookies["django_language"] = "en"
    return editor


def unlisted(name: str, **fields) -> Skill:
    made = skill(name)
    Skill.objects.filter(pk=made.pk).update(nomenclature="none", **fields)
    return Skill.objects.get(pk=made.pk)


def rows(client: Client, query: str = "") -> list[list[str]]:
    page = BeautifulSoup(client.get(f"{REPORT}?{query}").content, "html.parser")
    return [
        [cell.get_text(" ", strip=True) for cell in row.select("td")]
        for row in page.select("#listing-results tbody tr")
    ]


def test_it_says_who_claims_what_since_when_and_where(client: Client, editor, time_machine):
    motion, prompt = unlisted("Motion design"), unlisted("Prompt design")
    listed = skill("Photographie")
    listed.nomenclature, listed.code = "rome", "E1201"
    listed.save()
    time_machine.move_to("2026-03-01 12:00:00+01:00", tick=False)
    profile("Anna", skills=[motion, listed], locality="Esch-sur-Alzette")
    time_machine.move_to("2026-04-01 12:00:00+02:00", tick=False)
    profile("Ben", skills=[motion, prompt], locality="Luxembourg")
    profile("Cléa", skills=[motion], locality="Luxembourg")
    profile("Draft", skills=[motion], draft=True)

    assert [(row[0], row[1], row[3]) for row in rows(client)] == [
        ("Motion design", "3", "Luxembourg 2 · Esch-sur-Alzette 1"),
        ("Prompt design", "1", "Luxembourg 1"),
    ]
    assert Skill.objects.get(pk=motion.pk).first_claimed_at.date() == dt.date(2026, 3, 1)
    assert Skill.objects.get(pk=prompt.pk).first_claimed_at.date() == dt.date(2026, 4, 1)
    assert [row[0] for row in rows(client, "ordering=-first_claimed_at")] == [
        "Prompt design",
        "Motion design",
    ]


def test_its_chart_is_drawn_without_scripts_and_says_what_the_table_says(client: Client, editor):
    motion = unlisted("Motion design")
    profile("Anna", skills=[motion])
    profile("Ben", skills=[motion, unlisted("Prompt design")])

    page = BeautifulSoup(client.get(REPORT).content, "html.parser")
    chart = page.select_one("svg.skill-chart__drawing")

    assert [text.text for text in chart.select("text")] == [
        *("Motion design", "2"),
        *("Prompt design", "1"),
    ]
    assert [rect["width"] for rect in chart.select("rect")] == ["100.0", "50.0"]
    assert chart["role"] == "img"
    assert chart["aria-label"]


def test_it_is_downloaded_as_a_table(client: Client, editor):
    profile("Anna", skills=[unlisted("=1+1")], locality="Esch-sur-Alzette")

    table = client.get(f"{REPORT}?export=csv")
    [row] = csv.DictReader(b"".join(table.streaming_content).decode().splitlines())

    assert (row["Skill"], row["Public profiles"], row["Cantons"]) == (
        "'=1+1",
        "1",
        "Esch-sur-Alzette 1",
    )
    claimed = Skill.objects.get(name="=1+1").first_claimed_at
    assert row["First claimed"] == localtime(claimed).date().isoformat()


def test_it_costs_the_same_with_one_and_with_three_skills(client: Client, editor):
    def asked() -> int:
        client.get(REPORT)
        with CaptureQueriesContext(connection) as queries:
            client.get(REPORT)
        return len(queries)

    profile("Anna", skills=[unlisted("One")], locality="Esch-sur-Alzette")
    with_one = asked()
    profile("Ben", skills=[unlisted("Two"), unlisted("Three")], locality="Luxembourg")

    assert asked() == with_one


def test_only_who_keeps_the_skills_reads_it(client: Client, tree):
    client.force_login(MemberFactory())
    assert client.get(REPORT).status_code == 403


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("nomenclature=none", ["Motion design"]),
        ("nomenclature=rome", ["Photographie"]),
        ("nomenclature=undecided", ["Slam"]),
        ("nomenclature=robot", ["Motion design", "Photographie", "Slam"]),
        ("lacking=synonyms", ["Motion design", "Photographie"]),
        ("lacking=names", ["Motion design", "Slam"]),
        ("q=poésie", ["Slam"]),
    ],
)
def test_the_list_of_skills_is_narrowed_by_what_editors_decided(client, editor, query, names):
    unlisted("Motion design")
    listed = skill("Photographie", de="Fotografie")
    listed.nomenclature, listed.code = "rome", "E1201"
    listed.save()
    slam = skill("Slam")
    slam.synonyms = {"fr": "poésie"}
    slam.save()

    page = BeautifulSoup(client.get(f"{SKILLS}?{query}").content, "html.parser")
    assert sorted(link.text.strip() for link in page.select("td.title .title-wrapper a")) == names


@pytest.mark.parametrize(("nomenclature", "code"), [("rome", ""), ("none", "E1"), ("", "E1")])
def test_a_code_and_its_nomenclature_belong_together(db, nomenclature, code):
    made = Skill(name="Slam", slug="slam", nomenclature=nomenclature, code=code)

    with pytest.raises(ValidationError, match=r"nomenclature|Nomenklatur|A code belongs|code"):
        made.full_clean()
