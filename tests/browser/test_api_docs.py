"""The API's interactive pages, under the same content policy as every public page."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.once]
BLUE = "rgb(97, 175, 254)"
"""Of what only reads, in the page's own stylesheet."""


@pytest.mark.parametrize(
    ("docs", "first"),
    [("/api/v1/docs/", "/api/v1/directory/profiles/"), ("/api/v3/docs/", "/api/v3/pages/")],
)
def test_a_question_can_be_asked_and_is_answered_in_the_page(desktop, docs, first):
    desktop.goto(docs)
    block = desktop.locator(".opblock-get").first
    expect(block.locator(".opblock-summary-path")).to_have_text(first)
    expect(block.locator(".opblock-summary-method")).to_have_css("background-color", BLUE)

    block.locator(".opblock-summary-control").click()
    block.get_by_role("button", name="Try it out").click()
    block.get_by_role("button", name="Execute").click()

    expect(block.locator(".live-responses-table .response .response-col_status")).to_have_text(
        "200"
    )
    expect(block.locator(".live-responses-table .response")).to_contain_text('"items"')
