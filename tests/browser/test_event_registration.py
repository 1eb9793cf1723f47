import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from events.models import Registration
from tests.browser.conftest import PHONE
from tests.factories import events as make

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
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_role("main").get_by_role("button").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look at your mail")


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
