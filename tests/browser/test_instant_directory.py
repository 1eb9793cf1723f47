import re

import pytest
from playwright.sync_api import expect

from tests.copies import made
from tests.factories.directory import two_pages

pytestmark = [pytest.mark.browser, pytest.mark.once]
ADDRESS = "/en/directory/"


@pytest.fixture
def people(tree_on_disk):
    """Twenty-six: see `two_pages`."""
    made("two pages", two_pages)


def names(page):
    return page.locator(".directory-list .card__title")


def count(page):
    return page.locator("#results-heading")


def said(page):
    return page.locator("[data-announcer]")


def search(page):
    return page.get_by_role("searchbox").or_(page.get_by_role("combobox", name="Who or what"))


def made_lively(page):
    """As it is once somebody has turned to it; a click before that is a plain link's."""
    search(page).focus()
    expect(page.locator(".finder[data-live]")).to_have_count(1)


@pytest.fixture
def watched(desktop):
    """The page, with every change of what is said aloud written down."""
    desktop.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
             window.spoken = [];
             const told = document.querySelector("[data-announcer]");
             if (told) new MutationObserver(() => spoken.push(told.textContent))
               .observe(told, { childList: true });
           })"""
    )
    return desktop


def test_typing_finds_without_leaving_the_field_and_says_the_count_once(watched, people):
    watched.goto(ADDRESS)
    search(watched).press_sequentially("photog", delay=20)

    expect(names(watched)).to_have_text(["Anna Weber"])
    expect(watched).to_have_url(re.compile(r"/en/directory/\?q=photog$"))
    expect(search(watched)).to_be_focused()
    expect(search(watched)).to_have_value("photog")
    expect(watched.locator("#results")).not_to_have_attribute("aria-busy", "true")
    assert watched.evaluate("spoken") == ["1 profile"]


def test_what_is_typed_on_is_one_step_of_the_history_and_back_restores_list_and_field(
    watched, people
):
    watched.goto(ADDRESS)
    search(watched).press_sequentially("photo")
    expect(watched).to_have_url(re.compile(r"\?q=photo$"))
    search(watched).press_sequentially("graphe")
    expect(watched).to_have_url(re.compile(r"\?q=photographe$"))

    watched.go_back()
    expect(count(watched)).to_have_text("26 profiles")
    expect(search(watched)).to_have_value("")
    expect(watched).to_have_url(re.compile(r"/en/directory/$"))

    watched.go_forward()
    expect(count(watched)).to_have_text("1 profile")
    expect(search(watched)).to_have_value("photographe")


def test_a_filter_keeps_the_focus_and_shows_as_a_chip_that_takes_it_away(desktop, people):
    desktop.goto(ADDRESS)
    desktop.get_by_text("Filters", exact=True).click()
    film = desktop.get_by_role("checkbox", name="Film")
    film.focus()
    film.press("Space")

    expect(names(desktop)).to_have_text(["Anna Weber"])
    expect(film).to_be_focused()
    expect(film).to_be_checked()
    expect(desktop).to_have_url(re.compile(r"/en/directory/\?branch=film$"))
    desktop.locator(".directory-summary .chip").press("Enter")
    expect(count(desktop)).to_have_text("26 profiles")
    expect(count(desktop)).to_be_focused()
    expect(film).not_to_be_checked()
    expect(desktop).to_have_url(re.compile(r"/en/directory/$"))


def test_another_page_begins_at_the_lists_heading_and_back_returns(desktop, people):
    desktop.goto(f"{ADDRESS}?sort=name")
    made_lively(desktop)
    desktop.get_by_role("link", name="Next").click()

    expect(names(desktop)).to_have_count(6)
    expect(desktop).to_have_url(re.compile(r"/en/directory/\?sort=name&page=2$"))
    expect(count(desktop)).to_be_focused()
    expect(count(desktop)).to_be_in_viewport()
    expect(said(desktop)).to_have_text("26 profiles")
    desktop.go_back()
    expect(names(desktop).first).to_have_text("Anna Weber")
    desktop.reload()
    expect(names(desktop)).to_have_count(20)


def test_sorting_keeps_the_focus_on_what_was_chosen(desktop, people):
    desktop.goto(ADDRESS)
    made_lively(desktop)
    desktop.get_by_role("link", name="Name", exact=True).click()

    expect(names(desktop).first).to_have_text("Anna Weber")
    expect(desktop.get_by_role("link", name="Name", exact=True)).to_be_focused()
    expect(desktop.locator(".directory-order")).to_contain_text("By name.")


def test_an_empty_result_offers_at_once_what_to_drop(desktop, people):
    desktop.goto(f"{ADDRESS}?branch=film")
    made_lively(desktop)
    desktop.get_by_label("Near").fill("Clervaux")
    way = desktop.locator(".empty a", has_text="1 profile")
    expect(way).to_have_text(re.compile("without"))
    way.click()

    expect(names(desktop)).to_have_text(["Anna Weber"])
    expect(desktop.get_by_label("Near")).to_have_value("")


def test_a_place_typed_wrongly_is_named_rightly_in_the_address(desktop, people):
    desktop.goto(ADDRESS)
    desktop.get_by_label("Near").press_sequentially("Esh-sur-Alzete")

    expect(desktop).to_have_url(re.compile(r"\?near=Esch-sur-Alzette&radius=10$"))
    expect(names(desktop)).to_have_text(["Anna Weber"])


def test_a_link_opened_elsewhere_leaves_the_list(desktop, people):
    desktop.goto(ADDRESS)
    made_lively(desktop)
    with desktop.context.expect_page() as opened:
        desktop.get_by_role("link", name="Next").click(modifiers=["Control"])

    expect(names(opened.value)).to_have_count(6)
    expect(names(desktop)).to_have_count(20)


@pytest.mark.parametrize("failure", ["offline", "server"])
def test_a_failure_leaves_the_list_and_says_so(desktop, people, allow_console, failure):
    allow_console += ["ERR_FAILED", "ERR_INTERNET", "503", "htmx", "Response Status"]
    desktop.goto(ADDRESS)
    made_lively(desktop)
    answer = {"offline": lambda route: route.abort(), "server": lambda r: r.fulfill(status=503)}
    desktop.route("**/en/directory/?*", answer[failure])
    search(desktop).fill("photo")

    trouble = desktop.get_by_role("alert")
    expect(trouble).to_contain_text("The list could not be renewed")
    expect(trouble.get_by_role("link")).to_have_attribute("href", "/en/directory/?q=photo")
    expect(names(desktop)).to_have_count(20)
    expect(desktop.locator("#results")).not_to_have_attribute("aria-busy", "true")
    assert desktop.url.endswith("/en/directory/")

    desktop.unroute("**/en/directory/?*")
    search(desktop).fill("photograph")
    expect(names(desktop)).to_have_text(["Anna Weber"])
    expect(trouble).to_be_empty()


def test_while_it_waits_the_list_says_that_it_is_busy(desktop, people):
    desktop.goto(ADDRESS)
    made_lively(desktop)
    held = []
    desktop.route("**/en/directory/?*", lambda route: held.append(route))
    search(desktop).fill("photo")

    expect(desktop.locator("#results")).to_have_attribute("aria-busy", "true")
    held.pop().continue_()
    expect(names(desktop)).to_have_text(["Anna Weber"])
    expect(desktop.locator("#results")).not_to_have_attribute("aria-busy", "true")


def test_without_javascript_the_same_addresses_show_the_same_lists(open_page, people):
    page = open_page(java_script_enabled=False)
    page.goto(f"{ADDRESS}?q=photographe")
    expect(names(page)).to_have_text(["Anna Weber"])

    page.locator(".directory-summary .chip").click()
    page.get_by_role("link", name="Next").click()
    expect(names(page)).to_have_count(6)
    page.get_by_label("Who or what").fill("weber")
    page.get_by_role("button", name="Search").click()
    expect(names(page)).to_have_text(["Anna Weber"])


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_first_view_asks_for_little(request, people, size):
    page = request.getfixturevalue(size)
    asked = []
    page.on("response", lambda response: asked.append(response))
    page.goto(ADDRESS)
    page.wait_for_load_state("networkidle")

    wire = sum(len(one.body()) for one in asked)
    assert len(asked) <= 12
    assert wire <= 120 * 1024
    assert not any("leaflet" in one.url or "htmx" in one.url for one in asked)


def test_all_scripts_of_ours_together_are_small(desktop, people):
    sizes = {}

    def weigh(response):
        if response.request.resource_type == "script" and "/static/js/" in response.url:
            sizes[response.url] = len(response.body())

    desktop.on("response", weigh)
    desktop.goto(ADDRESS)
    desktop.locator(".map-still").hover()
    expect(desktop.locator(".map-dot")).to_be_visible()
    search(desktop).press_sequentially("photo")
    expect(names(desktop)).to_have_text(["Anna Weber"])
    desktop.wait_for_load_state("networkidle")

    assert len(sizes) == 10
    assert sum(sizes.values()) <= 30_000


def test_turning_to_the_list_asks_for_nothing_of_it(desktop, people):
    pages = []
    desktop.on("request", lambda request: pages.append(request.resource_type))
    desktop.goto(f"{ADDRESS}?branch=design&near=Esch&radius=25")
    made_lively(desktop)
    desktop.wait_for_timeout(600)

    assert [one for one in pages if one in ("document", "xhr", "fetch")] == ["document"]


def map_status(page):
    return page.locator("[data-map-status]")


def test_the_map_follows_the_list_and_the_list_the_map_and_back_restores_both(desktop, people):
    desktop.goto(ADDRESS)
    desktop.locator(".map-still").hover()
    expect(map_status(desktop)).to_have_text("1 on this part of the map")
    search(desktop).fill("studio")
    expect(count(desktop)).to_have_text("25 profiles")
    expect(map_status(desktop)).to_have_text("Nothing on this part of the map.")
    search(desktop).fill("")
    expect(map_status(desktop)).to_have_text("1 on this part of the map")

    for _time in range(2):
        desktop.locator(".map-canvas").focus()
        desktop.keyboard.press("+")
    here = desktop.get_by_role("button", name="Search here")
    here.click()
    expect(desktop).to_have_url(re.compile(r"/en/directory/\?bbox=[\d.,%C]+$"))
    expect(desktop.locator(".directory-summary .chip")).to_contain_text("This part of the map")
    expect(here).to_be_hidden()
    expect(map_status(desktop)).to_have_text("Nothing on this part of the map.")
    expect(count(desktop)).to_have_text("0 profiles")
    desktop.go_back()
    expect(count(desktop)).to_have_text("26 profiles")
    expect(map_status(desktop)).to_have_text("1 on this part of the map")


def test_on_a_phone_the_map_is_one_tap_away_and_so_is_the_list(phone, people):
    phone.goto(ADDRESS)
    phone.get_by_role("link", name="Map", exact=True).tap()

    expect(phone.locator(".map-canvas")).to_be_in_viewport()
    expect(phone.locator(".map-dot")).to_be_visible()
    phone.get_by_role("link", name="Back to the list").tap()
    expect(count(phone)).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_a_shared_part_of_the_map_is_shown_as_it_was(desktop, people):
    desktop.goto(f"{ADDRESS}?bbox=5.9,49.4,6.1,49.6")

    expect(desktop.locator(".map-dot")).to_be_visible()
    expect(map_status(desktop)).to_have_text("1 on this part of the map")
    expect(names(desktop)).to_have_text(["Anna Weber"])
