"""The agenda as a month and a map, and hours for those who live elsewhere."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

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
    expect(page.locator(".event-sessions__mine")).to_have_text(re.compile(r"21:30.* where you are"))


def test_a_visitor_here_sees_one_hour(open_page, night):
    page = open_page(timezone_id="Europe/Luxembourg")
    page.goto("/en/events/night/")

    expect(page.locator(".event-sessions > li")).to_contain_text("02:30–04:00")
    expect(page.locator(".event-sessions__mine")).to_have_count(0)


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
