"""The agenda and the price list answer as the directory does."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from directory.branches import plant_branches
from directory.models import Branch
from tests.factories import events as make
from tests.factories.resources import PriceListPageFactory, PriceRowFactory

pytestmark = [pytest.mark.browser, pytest.mark.once]
DAY = dt.timedelta(days=1)


@pytest.fixture
def events(tree_on_disk):
    """Twenty-one, which is two pages, and one of them online."""
    tomorrow = timezone.now() + DAY
    for number in range(20):
        start = tomorrow + number * DAY
        make.event(title=f"Atelier {number}", slug=f"a{number}", sessions=[make.session(start)])
    far = [make.session(tomorrow + 30 * DAY)]
    make.event(title="Gravure", slug="gravure", format="online", sessions=far)


def lively(page, address):
    page.goto(address)
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.focus()
    expect(page.locator(".finder[data-live]")).to_have_count(1)


def titles(page):
    return page.locator(".event-card__title")


def test_the_agenda_answers_while_somebody_types_and_goes_back(phone, events):
    lively(phone, "/en/events/")
    field = phone.get_by_role("searchbox", name="Search events")
    field.press_sequentially("grav")

    expect(titles(phone)).to_have_text(["Gravure"])
    expect(phone).to_have_url(re.compile(r"/en/events/\?q=grav$"))
    expect(field).to_be_focused()
    expect(phone.locator("[data-announcer]")).to_have_text("1 event")
    phone.go_back()
    expect(titles(phone)).to_have_count(20)
    expect(field).to_have_value("")


def test_the_agenda_turns_its_pages_and_takes_filters_away_in_place(desktop, events):
    lively(desktop, "/en/events/")
    desktop.get_by_role("link", name="Next").click()
    expect(titles(desktop)).to_have_text(["Gravure"])
    expect(desktop.locator("#results-heading")).to_be_focused()

    desktop.get_by_role("link", name="Can be joined online 1").click()
    expect(desktop).to_have_url(re.compile(r"/en/events/\?online=true$"))
    expect(titles(desktop)).to_have_text(["Gravure"])
    desktop.locator(".agenda-summary .chip").click()
    expect(titles(desktop)).to_have_count(20)


def test_the_agenda_says_when_it_is_of_the_past(desktop, events):
    lively(desktop, "/en/events/")
    desktop.get_by_text("Place, dates, branches, skills, languages", exact=True).click()
    desktop.get_by_label("Until").fill("2020-01-01")

    expect(desktop.get_by_role("heading", level=1)).to_have_text("Past events")


@pytest.fixture
def prices(tree_on_disk):
    plant_branches()
    music = Branch.objects.get(slug="music")
    page = PriceListPageFactory(slug="prices", language="en")
    PriceRowFactory(page=page, services={"en": "Concert"}, branch=music)
    PriceRowFactory(page=page, services={"en": "Poster"}, unit="project")


def test_the_price_list_filters_at_once_and_its_file_follows(desktop, prices):
    lively(desktop, "/en/resources/prices/")
    desktop.get_by_label("Unit").select_option("project")

    expect(desktop.locator("tbody th")).to_have_text(["Poster"])
    expect(desktop).to_have_url(re.compile(r"/en/resources/prices/\?unit=project$"))
    expect(desktop.locator("[data-announcer]")).to_have_text("1 price")
    with desktop.expect_download() as file:
        desktop.get_by_role("link", name="Download (CSV)").click()
    assert "Concert" not in file.value.path().read_text()
    assert "Poster" in file.value.path().read_text()

    desktop.locator(".prices__summary .chip").click()
    expect(desktop.locator("tbody th")).to_have_count(2)
    expect(desktop.get_by_label("Unit")).to_have_value("")
