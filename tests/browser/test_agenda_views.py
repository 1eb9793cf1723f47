"""The agenda as a month and a map, and hours for those who live elsewhere."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import EventPage
from events.registering.registration import register
from tests.factories import events as make

pytestmark = [pytest.mark.browser, pytest.mark.once]
HERE = ZoneInfo("Europe/Luxembourg")


@pytest.fixture
def night(tree_on_disk):
    """The hour that comes twice, the second time."""
    start = dt.datetime(timezone.now().year + 1, 10, 31, 2, 30, tzinfo=HERE)
    while start.weekday() != 6:
        start -= dt.timedelta(days=1)
    start = start.replace(fold=1)
    sessions = [make.session(start, start.replace(hour=4, minute=0))]
    return make.event(title="Night", slug="night", language="en", sessions=sessions)


def test_a_visitor_in_new_york_sees_the_hour_here_and_their_own(open_page, night):
    page = open_page(timezone_id="America/New_York")
    page.goto("/en/events/night/")

    hours = page.locator(".event-sessions > li")
    expect(hours).to_contain_text("02:30–04:00")
    expect(page.locator(".own-hour")).to_have_text(re.compile(r"21:30.* where you are"))


def test_they_see_it_in_the_agenda_too_also_after_it_was_narrowed(open_page, night):
    page = open_page(timezone_id="America/New_York")
    page.goto("/en/events/?q=nigh")
    mine = page.locator(".own-hour")
    expect(mine).to_have_text(re.compile(r"21:30.* where you are"))

    page.get_by_role("searchbox").fill("night")

    page.wait_for_url("**q=night*")
    expect(mine).to_have_text(re.compile(r"21:30.* where you are"))


def test_and_where_they_register_and_where_they_see_their_registration(open_page, night):
    night.registration = "here"
    night.save_revision().publish()
    person = register(EventPage.objects.get(), email="ana@example.org", name="Ana", language="en")
    page = open_page(timezone_id="America/New_York")

    for below in ("", f"{person.token}/"):
        page.goto(f"/en/events/night/registration/{below}")
        expect(page.locator(".own-hour")).to_have_text(re.compile(r"21:30.* where you are"))


def test_who_is_near_finds_what_is_near(desktop, tree_on_disk):
    make.event(title="Here", slug="here", language="en", locality="Clervaux")
    make.event(title="There", slug="there", language="en", locality="Esch-sur-Alzette")
    desktop.context.grant_permissions(["geolocation"])
    desktop.context.set_geolocation({"latitude": 50.0546, "longitude": 6.0286})
    desktop.goto("/en/events/")
    desktop.get_by_text("Place, dates, branches").click()

    desktop.get_by_role("button", name="Near me").click()

    desktop.wait_for_url("**near=50.055*")
    expect(desktop.locator(".event-card__title")).to_have_text(["Here"])


def test_a_visitor_here_sees_one_hour(open_page, night):
    page = open_page(timezone_id="Europe/Luxembourg")
    page.goto("/en/events/night/")

    expect(page.locator(".event-sessions > li")).to_contain_text("02:30–04:00")
    expect(page.locator(".own-hour")).to_have_count(0)


def test_the_months_are_turned_in_place_and_the_view_is_kept_while_typing(desktop, night):
    month = night.first_start.astimezone(HERE)
    before = (month.replace(day=1) - dt.timedelta(days=1)).strftime("%Y-%m")
    desktop.goto(f"/en/events/?view=month&month={before}")
    field = desktop.get_by_role("searchbox", name="Search events")
    field.focus()
    expect(desktop.locator(".finder[data-live]")).to_have_count(1)

    desktop.locator("[rel=next]").click()
    expect(desktop.locator(".month__entry")).to_have_text(re.compile(r"02:30\s+Night"))
    expect(desktop.locator("#results-heading")).to_be_focused()
    field.fill("nothing")
    expect(desktop.locator(".month__entry")).to_have_count(0)
    expect(desktop).to_have_url(re.compile(rf"q=nothing&view=month&month={month:%Y-%m}$"))


def test_on_a_phone_a_month_is_a_list_of_its_days(phone, night):
    month = night.first_start.astimezone(HERE)
    phone.goto(f"/en/events/?view=month&month={month:%Y-%m}")

    expect(phone.locator(".month__date:visible")).to_have_count(1)
    expect(phone.locator(".month__date:visible")).to_have_text(f"Sunday {month.day} October")
