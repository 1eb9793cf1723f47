"""What is wrong with a page, as a browser sees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.chromium import PATIENCE, hear_other_hosts

from .demo_site import DemoSite
from .kinds import Kind

HEIGHT = 900
REDRAWN = 500
"""Milliseconds until a map whose size has changed shows what belongs on it now."""
NARROWEST = 320
"""What is left of 1280 pixels at 400 %."""
PAPER = 673
"""An A4 sheet within the margins of print.css, in pixels."""
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,
}
RUN_AXE, FIND_LOST, FIND_CROWDED = (
    (Path(__file__).parent / f"{name}.js").read_text()
    for name in ("run_axe", "find_lost", "find_crowded")
)
SEND = "() => document.querySelector('main form[method=post]').submit()"


@dataclass(frozen=True, slots=True)
class Look:
    theme: str
    width: int

    @property
    def window(self) -> ViewportSize:
        return {"width": self.width, "height": HEIGHT}

    def put_on(self, page: Page) -> None:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", self.theme)
        if page.viewport_size == self.window:
            return
        page.set_viewport_size(self.window)
        if page.locator(".leaflet-container").count():
            page.wait_for_timeout(REDRAWN)

    def __str__(self) -> str:
        return f"{self.theme}, {self.width} px"


@dataclass(slots=True)
class Visitor:
    """`complaints` are those of the page that is looked at."""

    browser: Browser
    site: DemoSite
    complaints: list[str] = field(default_factory=list)
    contexts: dict[tuple[str, str], BrowserContext] = field(default_factory=dict)

    @contextmanager
    def at(self, kind: Kind, language: str, look: Look) -> Iterator[Page]:
        self.complaints.clear()
        page = self.context(kind.who, language).new_page()
        try:
            page.set_viewport_size(look.window)
            self.go(page, kind, language)
            look.put_on(page)
            yield page
        finally:
            page.close()

    def go(self, page: Page, kind: Kind, language: str) -> None:
        address = self.site.url + self.site.address(kind, language)
        page.on("console", lambda message: self.complaints.extend(errors(message, address, kind)))
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        answer = page.goto(address)
        if answer.status != kind.status:
            self.complaints.append(f"answers {answer.status} and not {kind.status}")
        if page.url != address:
            self.complaints.append(f"leads to {page.url}")
        if kind.sends:
            with page.expect_navigation():
                page.evaluate(SEND)
        if kind.then:
            kind.then(page)
        if page.locator("[data-wake=seen], [data-place-picker]").count():
            page.wait_for_load_state("networkidle")

    def context(self, who: str, language: str) -> BrowserContext:
        """Of someone, with their cookies: kept, for they look at many pages."""
        if (who, language) not in self.contexts:
            context = self.browser.new_context(locale=language, reduced_motion="reduce")
            context.set_default_timeout(PATIENCE)
            hear_other_hosts(context, self.site.url, self.complaints)
            context.add_cookies(self.site.cookies(who, language))
            self.contexts[who, language] = context
        return self.contexts[who, language]

    def look(self, kind: Kind, language: str, looks: list[Look]) -> list[str]:
        """What is wrong with a page: for some people, in a narrow window, or by its own telling."""
        with self.at(kind, language, looks[0]) as page:
            page.evaluate(AXE_SCRIPT)
            rules = {**RULES, "rules": {rule: {"enabled": False} for rule in kind.spared}}
            for look in looks:
                look.put_on(page)
                found = page.evaluate(RUN_AXE, rules) + page.evaluate(FIND_CROWDED)
                self.complaints += [f"{look}: {one}" for one in found]
            page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
            self.complaints += [f"{NARROWEST} px: {lost}" for lost in page.evaluate(FIND_LOST)]
            page.emulate_media(media="print")
            page.set_viewport_size({"width": PAPER, "height": HEIGHT})
            self.complaints += [f"on paper: {lost}" for lost in page.evaluate(FIND_LOST)]
        return list(self.complaints)


def errors(message, address: str, kind: Kind) -> Iterator[str]:
    """A page that says what is missing comes with a status that the browser calls an error."""
    if message.type != "error":
        return
    place = message.location.get("url", "")
    if not (place == address and (kind.status >= 400 or kind.sends)):
        yield f"console: {message.text} ({place})"
