"""A real browser in front of a real server. `phone` and `desktop` are pages to drive:

    pytestmark = pytest.mark.browser

    def test_something(phone, tree_on_disk):
        phone.goto("/fr/")

At the end of a test, any request to another host, any error in the console and any exception of a
script fail it. `allow_console` takes texts of errors that the test provokes on purpose.
"""

import pytest
from django.db import connection
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import CHROMIUM, PATIENCE, QUIET, hear_other_hosts

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
# What takes a moment takes several on a machine that does something else as well.
expect.set_options(timeout=15_000)

DESKTOP = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """Playwright keeps a loop running in this thread, which Django takes for async code: it wants
    to be told that this is fine, and gives the thread a second database connection."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
        connection.close()


@pytest.fixture
def tree_on_disk(transactional_db):
    """The page tree, committed as all is, so that the server's threads see it."""


@pytest.fixture
def allow_console():
    return []


@pytest.fixture
def open_page(chromium, live_server, tree_on_disk, allow_console):
    """Opens a page in a context of its own: `open_page(locale="de-LU", **DESKTOP)`."""
    contexts, complaints = [], []

    def watched(**options):
        # A transition between pages that is cut short counts as an error of a script.
        defaults = {"locale": "en-GB", "reduced_motion": "reduce"}
        context = chromium.new_context(base_url=live_server.url, **{**defaults, **options})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        hear_other_hosts(context, live_server.url, complaints)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        return page

    def hear(message):
        text = f"console: {message.text} ({message.location.get('url', '')})"
        if message.type == "error" and not any(allowed in text for allowed in allow_console):
            complaints.append(text)

    yield watched
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def phone(open_page):
    return open_page(**PHONE)


@pytest.fixture
def desktop(open_page):
    return open_page(**DESKTOP)
