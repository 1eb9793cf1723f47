import re

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import override
from playwright.sync_api import expect

from events.models import EventPage, Registration
from events.registering.registration import register as take_seat
from tests.browser.conftest import PHONE
from tests.factories import events as make
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def workshop(tree_on_disk):
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + 9 * make.DAY
    return make.event(
        title="A portfolio that reads",
        slug="portfolio",
        language="en",
        registration="here",
        capacity=1,
        locality="Clervaux",
        sessions=[make.session(start)],
    )


def register(page, name, email):
    page.goto("/en/events/portfolio/")
    page.get_by_role("main").get_by_role(
        "link", name=re.compile("Register|Join the waiting list")
    ).click()
    fill(page, name, email)
    expect(page.get_by_role("heading", level=1)).to_have_text("Look at your mail")


def fill(page, name="Ana", email="ana@example.org"):
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_role("main").get_by_role("button").last.click()


def link_in(message):
    return re.search(r"https?://[^/]+(/\S+/registration/\S+/)", message.body)[1]


def test_someone_registers_confirms_and_cancels_on_a_phone(workshop, phone):
    phone.goto("/en/events/")
    phone.get_by_role("link", name="A portfolio that reads").click()
    expect(phone.get_by_text("1 seat left of 1.")).to_be_visible()

    register(phone, "Ana", "ana@example.org")
    register(phone, "Ben", "ben@example.org")
    first, second = mail.outbox
    assert (first.subject, second.subject) == (
        "Your seat: A portfolio that reads",
        "You are on the waiting list: A portfolio that reads",
    )

    phone.goto(link_in(first))
    phone.get_by_role("button", name="Confirm").click()
    expect(phone.get_by_text("You have a seat, and it is confirmed.")).to_be_visible()
    phone.get_by_role("button", name="Cancel my registration").click()
    expect(phone.get_by_text("Your registration is cancelled.")).to_be_visible()

    assert list(Registration.objects.values_list("email", "status")) == [
        ("ana@example.org", "cancelled"),
        ("ben@example.org", "offered"),
    ]


def test_a_mistake_keeps_what_was_typed_without_scripts(workshop, open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/en/events/portfolio/registration/")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Your e-mail address").fill("ana@")
    page.get_by_role("main").get_by_role("button").last.click()

    expect(page.get_by_label("Your name")).to_have_value("Ana")
    expect(page.get_by_label("Your e-mail address")).to_have_attribute("aria-invalid", "true")


def test_registering_goes_through_a_mail_outage_on_a_phone_without_scripts(
    workshop, open_page, settings
):
    page = open_page(java_script_enabled=False, **PHONE)
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    register(page, "Ana", "ana@example.org")
    assert mail.outbox == []
    settings.EMAIL_BACKEND = working
    call_command("tend_events")
    call_command("tend_events")

    (letter,) = mail.outbox
    page.goto(link_in(letter))
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("You have a seat, and it is confirmed.")).to_be_visible()


def test_a_visitor_in_new_york_sees_both_hours(workshop, open_page):
    page = open_page(timezone_id="America/New_York")
    page.goto("/en/events/portfolio/")

    expect(page.get_by_text("Hours are Luxembourg time.")).to_be_visible()
    expect(page.get_by_text("where you are")).to_be_visible()


@pytest.fixture
def course(tree_on_disk):
    """Three days: a full one, one with twelve seats, one where they are not counted; and how the
    form names them."""
    start = timezone.now().replace(hour=9, minute=0, second=0, microsecond=0) + 9 * make.DAY
    capacities = (1, 12, None)
    event = make.event(
        title="A portfolio that reads",
        slug="portfolio",
        language="en",
        registration="here",
        registration_for="session",
        sessions=[
            make.session(start + day * make.DAY, capacity=capacity)
            for day, capacity in enumerate(capacities)
        ],
    )
    event = EventPage.objects.for_details().get(pk=event.pk)
    sessions = list(event.sessions.all())
    take_seat(event, session=sessions[0], email="ben@example.org", name="Ben")
    with override("en"):
        return sessions, [one.when for one in sessions]


def test_somebody_chooses_a_session_on_a_phone_without_scripts(course, open_page):
    sessions, (full, some, any_number) = course
    page = open_page(java_script_enabled=False, **PHONE)

    page.goto("/en/events/portfolio/")
    expect(page.get_by_text("full: waiting list")).to_be_visible()
    expect(page.get_by_text("12 seats left")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Register").click()
    choices = page.get_by_role("group", name="When do you come?").get_by_role("radio")
    expect(choices).to_have_count(3)
    expect(page.get_by_label(f"{full} – full: waiting list")).to_be_visible()
    expect(page.get_by_label(any_number)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for choice in choices.all():
        assert choice.locator("xpath=ancestor::label").bounding_box()["height"] >= 44

    fill(page)
    expect(page.get_by_text("Choose a date.")).to_be_visible()
    page.get_by_label(f"{some} – 12 seats left").check()
    fill(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Look at your mail")
    page.get_by_role("link", name="Register for another date").click()
    expect(page.get_by_label(f"{some} – 11 seats left")).to_be_visible()

    page.goto(link_in(mail.outbox[-1]))
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("You have a seat, and it is confirmed.")).to_be_visible()
    expect(page.get_by_role("main").locator(".event-sessions > li")).to_have_count(1)
    assert Registration.objects.get(name="Ana").seats_id == sessions[1].seats_id


def test_each_line_at_the_door_says_what_a_tap_does_beside_the_mark(
    course, phone, client, live_server
):
    client.force_login(MemberFactory(email="editor@example.org", editor=True))
    name = settings.SESSION_COOKIE_NAME
    phone.context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
    )
    seats = EventPage.objects.get(slug="portfolio").seats_id
    phone.goto(f"/admin/registrations/{seats}/door/")

    row = phone.locator(".door__row")
    row.click()
    expect(phone.locator(".door__row--here")).to_be_visible()
    beside = {one.bounding_box()["x"] for one in row.locator(".door__name, .door__do").all()}
    assert len(beside) == 1
    assert beside.pop() > row.locator(".door__mark").bounding_box()["x"]
