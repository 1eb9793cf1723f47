import re

import pytest
from playwright.sync_api import expect

from tests.factories.directory import ESCH, branch, profile, skill

pytestmark = [pytest.mark.browser, pytest.mark.once]


@pytest.fixture
def people(tree_on_disk):
    photography = skill("Photographie", en="Photography")
    profile("Photo Weber", branches=[branch()], skills=[photography], locality=ESCH.name)
    profile("Anna", branches=[branch()])


def field(page):
    return page.get_by_role("combobox", name="looking for")


def options(page):
    return page.get_by_role("option")


def test_the_home_suggests_and_tells_apart_what_it_suggests(phone, people):
    phone.goto("/en/")
    expect(field(phone)).to_have_attribute("aria-expanded", "false")
    field(phone).press_sequentially("phtograph")

    expect(options(phone).first).to_have_text("Photography Skill")
    expect(field(phone)).to_have_attribute("aria-expanded", "true")
    field(phone).fill("esch")
    expect(options(phone).first).to_have_text(re.compile("^Esch-sur-Alzette Place$"))
    field(phone).fill("photo")
    expect(options(phone)).to_have_text(["Photography Skill", "Photo Weber Profile"])
    options(phone).last.tap()
    expect(phone).to_have_url(re.compile(r"/en/directory/photo-weber/$"))


def test_the_arrows_choose_and_enter_takes_while_the_field_keeps_the_focus(desktop, people):
    desktop.goto("/en/")
    field(desktop).press_sequentially("photo")
    expect(options(desktop)).to_have_count(2)
    desktop.keyboard.press("ArrowUp")
    expect(options(desktop).last).to_have_attribute("aria-selected", "true")
    desktop.keyboard.press("ArrowDown")
    expect(field(desktop)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    desktop.keyboard.press("ArrowDown")

    chosen = field(desktop).get_attribute("aria-activedescendant")
    assert options(desktop).first.get_attribute("id") == chosen
    expect(field(desktop)).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(re.compile(r"/en/directory/\?skill=photographie$"))


def test_escape_closes_and_enter_searches_for_what_was_typed(desktop, people):
    desktop.goto("/en/")
    field(desktop).press_sequentially("photo")
    expect(options(desktop)).to_have_count(2)
    desktop.keyboard.press("Escape")
    expect(options(desktop)).to_have_count(0)
    expect(field(desktop)).to_have_value("photo")
    expect(field(desktop)).to_have_attribute("aria-expanded", "false")
    desktop.keyboard.press("Enter")

    expect(desktop).to_have_url(re.compile(r"/en/directory/\?q=photo$"))


def test_in_the_directory_a_suggestion_narrows_the_list_and_keeps_its_filters(desktop, people):
    desktop.goto("/en/directory/?branch=design")
    field(desktop).press_sequentially("photogra")
    expect(options(desktop).first).to_have_text("Photography Skill")
    desktop.keyboard.press("ArrowDown")
    desktop.keyboard.press("Enter")

    expect(desktop).to_have_url(re.compile(r"/en/directory/\?branch=design&skill=photographie$"))
    expect(desktop.locator(".directory-list .card__title")).to_have_text(["Photo Weber"])
    expect(field(desktop)).to_be_focused()
    expect(field(desktop)).to_have_value("")
    expect(desktop.locator("[data-announcer]")).to_have_text("1 profile")
    desktop.reload()
    expect(desktop.locator(".directory-list .card__title")).to_have_text(["Photo Weber"])


def test_without_an_answer_the_field_still_searches(desktop, people, allow_console):
    allow_console.append("suggest")
    desktop.route("**/api/v1/directory/suggest/**", lambda route: route.abort())
    desktop.goto("/en/")
    field(desktop).press_sequentially("weber")
    desktop.keyboard.press("Enter")

    expect(desktop.locator(".directory-list .card__title")).to_have_text(["Photo Weber"])


def test_without_javascript_it_is_a_plain_search_field(open_page, people):
    page = open_page(java_script_enabled=False)
    page.goto("/en/")
    page.get_by_role("searchbox").fill("weber")
    page.get_by_role("button", name="Search").last.click()

    expect(page.locator(".directory-list .card__title")).to_have_text(["Photo Weber"])
