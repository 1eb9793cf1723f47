"""The admin's screens: no error of a script, no request to another host."""

import json
from urllib.parse import urlsplit

import pytest

from .kinds import OF_EDITORS, Kind
from .looking import Look

pytestmark = [pytest.mark.browser, pytest.mark.pages]
DESK = Look("light", 1280)


def opened(visitor, kind):
    """What is wrong once everything has come in."""
    with visitor.at(kind, "en", DESK) as page:
        page.wait_for_load_state("networkidle")
    return list(visitor.complaints)


def addresses(menu):
    """Of a menu's entries and of those below them, however deep."""
    if isinstance(menu, list):
        return {address for entry in menu for address in addresses(entry)}
    if isinstance(menu, dict):
        own = {menu["url"]} if isinstance(menu.get("url"), str) else set()
        return own | addresses(list(menu.values()))
    return set()


@pytest.mark.parametrize("kind", OF_EDITORS, ids=lambda kind: kind.name)
def test_an_editors_screen_has_no_error_and_asks_no_other_host(visitor, kind):
    assert opened(visitor, kind) == []


def test_no_screen_of_an_administrators_menu_has_an_error_or_asks_another_host(visitor):
    with visitor.at(Kind("desk", "/admin/", who="admin"), "en", DESK) as page:
        menu = json.loads(page.locator("#wagtail-sidebar-props").text_content())
    screens = sorted({urlsplit(one).path for one in addresses(menu) if one.startswith("/admin/")})
    assert {"/admin/images/", "/admin/users/"} <= set(screens)

    complaints = {one: opened(visitor, Kind("", one, who="admin")) for one in screens}
    assert {one: wrong for one, wrong in complaints.items() if wrong} == {}
