"""Collecting on the device, and the visitor's own position, in a browser."""

import pytest
from playwright.sync_api import expect

from directory.models import ProfileListing
from tests.factories.directory import ESCH, profile, skill

pytestmark = [pytest.mark.browser, pytest.mark.once]
DIRECTORY = "/en/directory/"


@pytest.fixture
def several(tree_on_disk):
    for name in ("Anna", "Ben", "Cleo"):
        profile(name, skills=[skill("Motion design")], locality="Esch-sur-Alzette")
    assert ProfileListing.objects.count() == 3


def kept(page):
    return page.evaluate("localStorage.getItem('shortlist')")


def names(page):
    return page.locator("main .card__title").all_text_contents()


def count(page):
    return page.locator(".site-header [data-shortlist-all]")


def test_profiles_are_collected_on_the_device_and_counted(desktop, several):
    desktop.goto(f"{DIRECTORY}?sort=name")
    expect(count(desktop)).to_be_hidden()

    desktop.get_by_role("link", name="Add Anna to my shortlist").click()
    desktop.get_by_role("link", name="Add Cleo to my shortlist").click()

    expect(count(desktop)).to_have_text("My shortlist: 2")
    assert kept(desktop) == "anna cleo"
    desktop.get_by_role("link", name="Cleo is on my shortlist: take off").click()
    expect(count(desktop)).to_have_text("My shortlist: 1")
    desktop.get_by_role("link", name="Last updated").click()
    desktop.wait_for_url("**sort=recent*")
    expect(desktop.get_by_role("link", name="Anna is on my shortlist: take off")).to_be_visible()
    assert desktop.context.cookies() == []

    count(desktop).click()
    expect(desktop.get_by_role("heading", name="Shortlist", level=1)).to_be_visible()
    assert names(desktop) == ["Anna"]
    assert desktop.url.endswith("/en/directory/shortlist/?p=anna")


def test_what_changes_on_my_lists_page_is_kept_and_anothers_list_changes_nothing(desktop, several):
    address = f"{DIRECTORY}shortlist/"
    desktop.goto(address)
    desktop.evaluate("localStorage.setItem('shortlist', 'anna ben')")
    desktop.goto(address)
    desktop.wait_for_url("**?p=anna&p=ben")
    desktop.get_by_role("link", name="Take off (Ben)").click()
    desktop.wait_for_url("**?p=anna")
    assert kept(desktop) == "anna"

    desktop.goto(f"{address}?p=cleo&p=ben")
    desktop.get_by_role("link", name="Take off (Cleo)").click()
    desktop.wait_for_url("**?p=ben")
    assert kept(desktop) == "anna"
    desktop.get_by_role("button", name="Keep these profiles on this device").click()
    desktop.wait_for_url("**?p=anna&p=ben")
    assert kept(desktop) == "anna ben"
    expect(desktop.locator("[data-other]")).to_be_hidden()


def test_skills_are_offered_while_somebody_types(desktop, several):
    desktop.goto(f"{DIRECTORY}shortlist/?p=anna")
    field = desktop.get_by_label("Skills")
    field.click()

    with desktop.expect_response("**/api/v1/directory/skills/**q=mot*"):
        field.press_sequentially("drawing, mot")

    option = desktop.locator("#need-options option[value='drawing, Motion design']")
    expect(option).to_have_count(1)


@pytest.mark.parametrize("granted", [True, False])
def test_the_visitors_own_position_is_asked_for_and_taken_to_100_metres(desktop, several, granted):
    if granted:
        desktop.context.grant_permissions(["geolocation"])
        latitude, longitude = ESCH.point.latitude, ESCH.point.longitude
        desktop.context.set_geolocation({"latitude": latitude, "longitude": longitude})
    desktop.goto(f"{DIRECTORY}")

    desktop.get_by_role("button", name="Near me").click()

    field = desktop.get_by_label("Near", exact=True)
    if granted:
        expect(field).to_have_value(f"{latitude:.3f},{longitude:.3f}")
        desktop.wait_for_url(f"**near={latitude:.3f}*")
    else:
        refused = "Your browser does not say where you are. Please name a place."
        expect(desktop.get_by_text(refused)).to_be_visible()
        expect(field).to_have_value("")
    assert desktop.context.cookies() == []


def test_on_a_small_phone_the_word_for_a_skill_is_whole(open_page, several):
    profile("Dora", skills=[skill("Photographie")])
    small = open_page(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    small.goto(f"{DIRECTORY}shortlist/?p=anna&need=photographie")

    lines = small.locator("main th[scope=row]").evaluate(
        """cell => {
            const text = document.createRange();
            text.selectNodeContents(cell);
            return new Set([...text.getClientRects()].map((box) => box.top)).size;
        }"""
    )

    assert lines == 1
    sideways = small.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert sideways <= 0
