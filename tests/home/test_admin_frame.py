"""The admin in our name: what its menu and its frame hold."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from tests.factories.accounts import UserFactory
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db

EVERYDAY = [
    "profiles",
    "opportunities",
    "agenda",
    "resources",
    "explorer",
    "images",
    "documents",
    "reported-messages",
    "words",
    "reports",
]
REPORTS = {
    "/admin/registrations/",
    "/admin/prices/",
    "/admin/told_prices/",
    "/admin/useful/",
    "/admin/translations/",
    "/admin/reports/new-professions/",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
}


def administrator():
    return UserFactory(is_superuser=True)


def menu(client, user):
    """(name, items below it) as the browser is told, in the order shown."""
    client.force_login(user)
    page = BeautifulSoup(client.get("/admin/").content, "html.parser")
    told = json.loads(page.select_one("#wagtail-sidebar-props").string)
    modules = {module["_type"].split(".")[-1]: module["_args"] for module in told["modules"]}
    return [
        (item["_args"][0]["name"], item["_args"][1] if len(item["_args"]) > 1 else [])
        for item in modules["MainMenuModule"][0]
    ]


def test_the_menu_begins_with_what_editors_come_for(tree, client):
    assert [name for name, _below in menu(client, MemberFactory(editor=True))] == EVERYDAY
    assert [name for name, _below in menu(client, administrator())] == [*EVERYDAY, "settings"]


def test_reports_are_those_an_editor_reads(tree, client):
    reports = dict(menu(client, MemberFactory(editor=True)))["reports"]

    assert {item["_args"][0]["url"] for item in reports} == REPORTS


@pytest.mark.parametrize("address", ["/admin/", "/admin/account/", "/admin/profiles/"])
def test_no_screen_leads_to_another_host(tree, client, address):
    client.force_login(administrator())
    client.cookies["django_language"] = "en"

    html = client.get(address).text
    page = BeautifulSoup(html, "html.parser")

    links = [link["href"] for link in page.select(":not(noscript) > [href]")]
    assert [link for link in links if re.match(r"(https?:)?//", link)] == []
    assert page.title.text.endswith("- Creative Cluster Luxembourg")
    assert page.select_one("link[rel=icon]")["href"].endswith("img/favicon.svg")
    assert html.count('<span class="our-mark">') == 1


def test_the_first_screen_greets_by_name(tree, client):
    client.force_login(MemberFactory(editor=True, name="Ada Lux"))
    client.cookies["django_language"] = "en"

    page = BeautifulSoup(client.get("/admin/").content, "html.parser")

    assert page.h1.text.strip() == "Hello, Ada Lux"
