"""What editors find of opportunities in the admin."""

import csv

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from directory.opportunities import posting
from tests.factories.members import MemberFactory
from tests.factories.opportunities import DAY, draft, opportunity, today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
LIST = "/admin/opportunities/"


@pytest.fixture
def desk(client: Client, tree):
    editor = MemberFactory(email="editor@example.org", editor=True, language="en")
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def several(tree):
    member = MemberFactory(email="ada@example.org")
    opportunity("Open one", owner=member)
    opportunity("Expired one", deadline=today() - DAY)
    waiting = draft("Waiting one", owner=member, pay="unpaid", kind="collaboration")
    posting.submit(waiting, by=member)
    return waiting


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("state=open", {"Open one"}),
        ("state=waiting", {"Waiting one"}),
        ("state=expired", {"Expired one"}),
        ("pay=unpaid", {"Waiting one"}),
        ("kind=job", {"Open one", "Expired one"}),
    ],
)
def test_the_list_is_narrowed_and_downloaded(desk, several, asked, titles):
    download = desk.get(f"{LIST}?{asked}&export=csv").getvalue().decode()
    rows = list(csv.DictReader(download.splitlines()))

    assert {row["Title"] for row in rows} == titles


def test_the_first_screen_says_what_waits_and_what_is_unpaid(desk, several):
    panel = BeautifulSoup(desk.get("/admin/").text, "html.parser").select_one(
        "#waiting-opportunities-section"
    )
    (line,) = panel.select(".desk-line")

    assert line.a["href"] == f"/admin/pages/{several.pk}/edit/"
    assert [fact.text for fact in line.select(".desk-line__fact")][:2] == [
        "Collaboration",
        "Unpaid",
    ]


def test_an_editor_reads_what_to_think_about_and_who_posted_it(desk, several):
    text = desk.get(f"/admin/pages/{several.pk}/edit/").text

    assert "This is unpaid creative work." in text
    assert "Posted by" in text
