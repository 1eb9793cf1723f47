"""What a page's own scripts weigh once all of it is in use."""

import pytest
from playwright.sync_api import expect

from . import doing
from .kinds import KINDS
from .looking import Look

pytestmark = [pytest.mark.browser, pytest.mark.pages]
MOST = 30_000
SIZES = """async () => {
  const own = performance.getEntriesByType("resource").map((one) => one.name)
    .filter((name) => new URL(name).pathname.startsWith("/static/js/"));
  const size = async (name) => (await (await fetch(name)).arrayBuffer()).byteLength;
  return Object.fromEntries(await Promise.all(own.map(async (name) => [name, await size(name)])));
}"""


def test_the_directory_with_its_map_open_and_its_search_suggesting_is_light(visitor):
    directory = next(kind for kind in KINDS if kind.name == "directory")
    with visitor.at(directory, "en", Look("light", 1280)) as page:
        doing.begin_to_search(page)
        doing.open_the_map(page)
        page.locator("[data-listing-id]").first.hover()
        expect(page.locator(".leaflet-marker-icon.is-lit")).to_have_count(1)
        sizes = page.evaluate(SIZES)

    names = {name.rpartition("/")[2] for name in sizes}
    assert {"site.js", "instant.js", "suggest.js", "map.js", "map_list.js"} <= names
    assert sum(sizes.values()) <= MOST
