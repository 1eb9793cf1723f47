import copy
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

DJANGO = "django.template.backends.django.DjangoTemplates"
pytestmark = [pytest.mark.browser, pytest.mark.once]


@pytest.fixture(autouse=True)
def _map_pages(settings):
    settings.ROOT_URLCONF = "tests.browser.map_urls"
    settings.TEMPLATES = copy.deepcopy(settings.TEMPLATES)
    (django,) = (one for one in settings.TEMPLATES if one["BACKEND"] == DJANGO)
    django["DIRS"].append(Path(__file__).parent / "templates")


def open_map(page, address="/test/map/"):
    page.goto(address)
    page.get_by_role("button", name="Open the map").click()
    expect(page.locator(".map-canvas")).to_be_visible()


def south_of(request):
    return float(parse_qs(urlsplit(request.url).query)["bbox"][0].split(",")[1])


def test_the_map_shows_profiles_and_clusters_on_the_outline(desktop):
    open_map(desktop)

    expect(desktop.locator(".map-dot.branch-3")).to_have_count(1)
    expect(desktop.locator(".map-cluster")).to_have_text(["12", "4"])
    expect(desktop.locator("path.map-region")).to_have_count(1)
    expect(desktop.locator(".map-status")).to_have_text(re.compile("17"))
    expect(desktop.locator(".map-still")).to_be_hidden()


def test_a_profiles_popup_is_text_with_its_link_and_says_how_exact_it_is(desktop):
    open_map(desktop)
    desktop.locator(".map-dot").press("Enter")

    card = desktop.locator(".map-card")
    expect(card.get_by_role("link")).to_be_focused()
    expect(card.get_by_role("link")).to_have_text("Anna <b>Weber</b>")
    expect(card.get_by_role("link")).to_have_attribute("href", re.compile("/fr/annuaire/anna/$"))
    expect(card.locator(".map-card-note")).to_have_count(1)


def test_a_cluster_zooms_in_and_a_stack_leads_to_the_list(desktop):
    open_map(desktop)
    desktop.locator(".map-cluster", has_text="4").click()
    expect(desktop.locator(".map-card a")).to_have_attribute(
        "href", re.compile(r"/test/map/\?q=photo&bbox=6\.154")
    )
    with desktop.expect_request(lambda request: "zoom=1" in request.url) as asked:
        desktop.locator(".map-cluster", has_text="12").press("Enter")

    assert "q=photo&bbox=" in asked.value.url


def test_pointing_at_the_list_lights_the_map_and_back(desktop):
    open_map(desktop)
    dot, item = desktop.locator(".map-dot"), desktop.locator("[data-listing-id='7']")
    expect(dot).to_be_visible()

    item.hover()
    expect(dot).to_have_class(re.compile("is-lit"))
    dot.focus()
    expect(item).to_have_class(re.compile("is-lit"))


def test_the_keyboard_opens_closes_and_moves_the_map(desktop):
    desktop.goto("/test/map/")
    desktop.get_by_role("button", name="Open the map").press("Enter")
    canvas, dot = desktop.locator(".map-canvas"), desktop.locator(".map-dot")
    expect(canvas).to_be_focused()
    expect(dot).to_be_visible()

    with desktop.expect_request(re.compile("/test/features/")) as zoomed:
        desktop.keyboard.press("+")
    expect(desktop.locator("[data-search-here]")).to_be_visible()
    south = south_of(zoomed.value)
    for focused in (canvas, dot):
        focused.focus()
        with desktop.expect_request(re.compile("/test/features/")) as moved:
            desktop.keyboard.press("ArrowUp")
        assert south < (south := south_of(moved.value))
        expect(focused).to_be_focused()
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".map-card a")).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(desktop.locator(".map-card")).to_have_count(0)
    expect(dot).to_be_focused()


def test_a_cluster_and_those_of_it_in_the_list_light_each_other(desktop):
    open_map(desktop)
    cluster = desktop.locator(".map-cluster", has_text="12")
    item = desktop.locator("[data-listing-id='8']")
    expect(cluster).to_be_visible()

    item.hover()
    expect(cluster).to_have_class(re.compile("is-lit"))
    cluster.hover()
    expect(item).to_have_class(re.compile("is-lit"))
    expect(desktop.locator("[data-listing-id='7']")).not_to_have_class(re.compile("is-lit"))


def test_the_drawing_lights_up_too_and_lives_once_pointed_at(desktop):
    asked = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto("/test/map/")
    desktop.locator("[data-listing-id='7']").hover()
    expect(desktop.locator(".outline-map-dot")).to_have_class(re.compile("is-lit"))
    assert not any("leaflet" in address for address in asked)

    desktop.locator(".map-still").hover()
    expect(desktop.locator(".map-dot")).to_be_visible()


def test_search_here_appears_once_the_map_was_moved(desktop):
    open_map(desktop)
    button = desktop.locator("[data-search-here]")
    expect(button).to_be_hidden()

    desktop.locator(".leaflet-control-zoom-in").click()
    button.click()

    expect(desktop).to_have_url(re.compile(r"/test/map/\?q=photo&bbox=[\d.,%C]+$"))


def test_a_place_alone_is_a_pin_and_an_approximate_one_a_circle(desktop):
    open_map(desktop, "/test/place/")
    expect(desktop.locator(".map-pin")).to_have_count(1)

    open_map(desktop, "/test/place/?about=1")
    expect(desktop.locator(".map-about")).to_have_count(1)
    expect(desktop.locator(".map-pin")).to_have_count(0)


def test_without_javascript_the_outline_is_drawn_with_its_dots(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/test/map/")

    expect(page.locator(".outline-map")).to_be_visible()
    expect(page.locator(".outline-map-dot")).to_have_count(1)
    expect(page.locator(".map-canvas")).to_be_hidden()
    expect(page.get_by_role("button", name="Open the map")).to_be_hidden()


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
