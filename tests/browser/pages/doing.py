"""What somebody does on a page before it is looked at."""

from playwright.sync_api import Page

OPEN = "all => all.forEach(one => { one.open = true; })"


def open_all(page: Page) -> None:
    page.locator("main details").evaluate_all(OPEN)


def open_the_menu(page: Page) -> None:
    """Only a narrow window shows it."""
    page.locator("details.site-menu").evaluate_all(OPEN)


def open_the_map(page: Page) -> None:
    page.locator("[data-map-open]").dispatch_event("click")
    page.locator(".leaflet-container").wait_for()
    page.wait_for_load_state("networkidle")


def begin_to_search(page: Page) -> None:
    page.locator("main input[type=search]").press_sequentially("photo")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
