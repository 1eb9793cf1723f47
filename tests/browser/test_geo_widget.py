import re

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import expect

from cluster.accounts.models import User
from directory.models import DirectoryPage
from directory.models.profile import ProfilePage

pytestmark = [pytest.mark.browser, pytest.mark.once]


@pytest.fixture
def editing(desktop, live_server, client):
    """An administrator's browser on the editing page of a profile without a place."""
    directory = DirectoryPage.objects.get(locale__language_code="fr")
    page = directory.add_child(instance=ProfilePage(title="Anna", slug="anna"))
    client.force_login(User.objects.create_superuser("root@example.org", "secret"))
    name = django_settings.SESSION_COOKIE_NAME
    desktop.context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
    )
    desktop.goto(f"/admin/pages/{page.pk}/edit/")
    tab = desktop.locator("[role=tabpanel]", has=desktop.locator("#id_location_map"))
    desktop.locator(f"#{tab.get_attribute('aria-labelledby')}").click()
    desktop.locator("#id_location_map .map-pin").scroll_into_view_if_needed()
    return desktop


def test_an_editor_places_a_profile_by_address_by_hand_and_by_key(editing):
    location, typed = editing.locator("#id_location"), editing.locator("#id_location_latlng")
    expect(editing.locator("path.map-region")).to_have_count(1)
    expect(location).to_have_value("")
    expect(typed).to_have_value("")

    editing.locator("#id_address").press_sequentially("Esch")
    expect(location).to_have_value("SRID=4326;POINT(5.98056 49.49583)")
    expect(typed).to_have_value("49.49583,5.98056")

    editing.locator("#id_location_map .map-pin").press("ArrowRight")
    expect(location).to_have_value(re.compile(r"POINT\(5\.98[1-9]\d* 49\.49\d*\)"))

    typed.fill("49.9,6")
    expect(location).to_have_value("SRID=4326;POINT(6 49.9)")
    typed.fill("somewhere")
    expect(location).to_have_value("SRID=4326;POINT(6 49.9)")
    typed.fill("")
    expect(location).to_have_value("")


def test_a_street_is_looked_for_in_the_locality_written_before_it(editing):
    editing.locator("#id_locality").fill("Wiltz")
    editing.locator("#id_address").press_sequentially("12, rue de Luxembourg")
    expect(editing.locator("p.help-info")).to_contain_text("Wiltz")
