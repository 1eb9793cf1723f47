"""An opportunity from a member's phone, over an editor's desk, to a reader."""

import re

import pytest
from django.core import mail
from django.test import Client
from playwright.sync_api import expect

from tests.factories.directory import branch, skill
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def log_in(live_server):
    """Past the log-in, which has its own tests."""

    def enter(page, user):
        client = Client()
        client.force_login(user)
        values = {"sessionid": client.cookies["sessionid"].value, "django_language": "en"}
        page.context.add_cookies(
            [{"name": name, "value": one, "url": live_server.url} for name, one in values.items()]
        )

    return enter


def write(page):
    page.goto("/me/opportunities/new/")
    page.get_by_label("Job", exact=True).check()
    expect(page.get_by_label("Rules of the contest")).to_be_hidden()
    page.get_by_label("Title").fill("Illustrator for a book")
    page.get_by_label("In one sentence").fill("Forty drawings of mushrooms.")
    page.get_by_label("The whole of it").fill("Ink or pencil, by the end of autumn.")
    page.get_by_label("I write in").select_option("en")
    page.get_by_label("Who is looking?").fill("Studio Moon")
    page.get_by_label("Design", exact=True).check()
    page.get_by_label("Skills needed").fill("illustration")
    page.get_by_label("Town or village").fill("Esch")
    page.get_by_label("Paid", exact=True).check()
    page.get_by_role("button", name="Save and look at it").click()
    page.wait_for_url(re.compile(r"/me/opportunities/\d+/$"))


def test_a_member_posts_an_editor_approves_a_client_reads(phone, desktop, log_in, client):
    member = MemberFactory(email="ada@example.org", language="en")
    editor = MemberFactory(editor=True)
    branch()
    skill("Illustration")

    log_in(phone, member)
    write(phone)
    expect(phone.locator("main")).to_contain_text("Esch-sur-Alzette")
    phone.get_by_role("button", name="Send it to the editors").click()
    expect(phone.locator(".state")).to_contain_text("It is with our editors.")
    assert client.get("/en/opportunities/illustrator-for-a-book/").status_code == 404

    log_in(desktop, editor)
    desktop.goto("/admin/")
    desktop.get_by_role("link", name="Illustrator for a book").first.click()
    desktop.wait_for_url(re.compile(r"/admin/pages/\d+/edit/$"))
    desktop.get_by_role("button", name="More actions").click()
    desktop.get_by_role("button", name="Approve").click()
    expect(desktop.locator(".messages")).to_contain_text("Illustrator for a book")

    assert mail.outbox[-1].subject == "Your opportunity is public: Illustrator for a book"
    phone.context.clear_cookies()
    phone.goto("/en/opportunities/")
    phone.get_by_role("link", name="Illustrator for a book").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Illustrator for a book")
    expect(phone.get_by_role("link", name="Answer")).to_be_visible()
