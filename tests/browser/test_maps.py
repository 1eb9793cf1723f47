import copy
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _map_pages(settings):
    settings.ROOT_URLCONF = "tests.browser.map_urls"
    settings.TEMPLATES = copy.deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")


def test_the_map_shows_profiles_and_clusters_on_the_outline(desktop):
    desktop.goto("/test/map/")

    expect(desktop.locator(".map-dot.branch-3")).to_have_count(1)
    expect(desktop.locator(".map-cluster")).to_have_text(["12", "4"])
    expect(desktop.locator("path.map-region")).to_have_count(1)
    expect(desktop.locator(".map-status")).to_have_text(re.compile("17"))
    expect(desktop.locator(".map-still")).to_be_hidden()


def test_a_profiles_popup_is_text_with_its_link_and_says_how_exact_it_is(desktop):
    desktop.goto("/test/map/")
    desktop.locator(".map-dot").press("Enter")

    card = desktop.locator(".map-card")
    expect(card.get_by_role("link")).to_have_text("Anna <b>Weber</b>")
    expect(card.get_by_role("link")).to_have_attribute("href", re.compile("/fr/annuaire/anna/$"))
    expect(card.locator(".map-card-note")).to_have_count(1)


def test_a_cluster_zooms_in_and_a_stack_leads_to_the_list(desktop):
    desktop.goto("/test/map/")
    desktop.locator(".map-cluster", has_text="4").click()
    expect(desktop.locator(".map-card a")).to_have_attribute(
        "href", re.compile(r"/test/map/\?q=photo&bbox=6\.154")
    )
    with desktop.expect_request(lambda request: "zoom=1" in request.url) as asked:
        desktop.locator(".map-cluster", has_text="12").press("Enter")

    assert "q=photo&bbox=" in asked.value.url


def test_pointing_at_the_list_lights_the_map_and_back(desktop):
    desktop.goto("/test/map/")
    dot, item = desktop.locator(".map-dot"), desktop.locator("[data-listing-id='7']")
    expect(dot).to_be_visible()

    item.hover()
    expect(dot).to_have_class(re.compile("is-lit"))
    dot.focus()
    expect(item).to_have_class(re.compile("is-lit"))


def test_search_here_appears_once_the_map_was_moved(desktop):
    desktop.goto("/test/map/")
    button = desktop.locator("[data-search-here]")
    expect(button).to_be_hidden()

    desktop.locator(".leaflet-control-zoom-in").click()
    button.click()

    expect(desktop).to_have_url(re.compile(r"/test/map/\?q=photo&bbox=[\d.,%C]+$"))


def test_a_place_alone_is_a_pin_and_an_approximate_one_a_circle(desktop):
    desktop.goto("/test/place/")
    expect(desktop.locator(".map-pin")).to_have_count(1)

    desktop.goto("/test/place/?about=1")
    expect(desktop.locator(".map-about")).to_have_count(1)
    expect(desktop.locator(".map-pin")).to_have_count(0)


def test_without_javascript_the_outline_is_drawn_with_its_dots(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/test/map/")

    expect(page.locator(".outline-map")).to_be_visible()
    expect(page.locator(".outline-map-dot")).to_have_count(1)
    expect(page.locator(".map-canvas")).to_be_hidden()


def test_typing_a_town_offers_places_and_moves_the_pin(phone):
    phone.goto("/test/where/")
    phone.locator("[name=locality]").press_sequentially("Esh")
    phone.get_by_role("button", name="Esch-sur-Alzette").click()

    expect(phone.locator("[name=locality]")).to_have_value("Esch-sur-Alzette")
    expect(phone.locator("[name=location]")).to_have_value("SRID=4326;POINT(5.98056 49.49583)")

    pin = phone.locator(".map-pin")
    pin.press("ArrowRight")
    phone.get_by_role("button", name="Save").click()

    said = phone.locator("output").inner_text()
    assert re.fullmatch(r"Esch-sur-Alzette SRID=4326;POINT\(5\.9[89]\d* 49\.49\d*\)", said)


def test_without_javascript_the_typed_town_is_enough(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/test/where/")
    page.locator("[name=locality]").fill("Düdelingen")
    page.get_by_role("button", name="Save").click()

    expect(page.locator("output")).to_have_text("Dudelange")
