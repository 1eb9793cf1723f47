"""The journeys of test_membership, test_contact and their like, with the keyboard alone."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from directory import membership
from directory.models import ProfilePage
from events.models import Registration
from tests.browser.conftest import DESKTOP
from tests.browser.keyboard import Keyboard
from tests.factories import events as make
from tests.factories.directory import branch, profile
from tests.factories.members import MemberFactory, ready_profile
from tests.factories.resources import (
    ChecklistPageFactory,
    PriceListPageFactory,
    PriceRowFactory,
    item,
)

pytestmark = pytest.mark.browser


def test_joining_from_the_first_page_to_what_waits_for_review(desktop):
    branch()
    keys = Keyboard(desktop)
    desktop.goto("/en/")
    keys.follow(desktop.get_by_role("banner").get_by_role("link", name="Join"))
    keys.fill("Email", "ada@example.net")
    keys.send()
    expect(desktop.get_by_role("heading", level=1)).to_have_text("Type the code from the mail")
    keys.fill("Code", re.findall(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE)[0])
    keys.send()

    keys.fill("Name", "Ada Lux")
    keys.choose(desktop.get_by_label("Freelancer"))
    keys.go_to(desktop.get_by_label("I write in"))
    keys.write("English")
    keys.fill("What do you do", "I photograph people and houses.")
    keys.follow(desktop.get_by_role("button", name="Continue"))
    keys.tick(desktop.get_by_label("Design", exact=True))
    keys.fill("Your skills", "portraits")
    keys.follow(desktop.get_by_role("button", name="Continue"))
    keys.fill("Town or village", "Esch")
    offered = desktop.get_by_role("button", name=re.compile("Esch-sur-Alzette"))
    expect(offered).to_be_visible()
    keys.push(offered)
    keys.follow(desktop.get_by_role("button", name="Save and see my profile"))
    keys.follow(desktop.get_by_role("button", name="Send it to be published"))

    expect(desktop.locator("main")).to_contain_text("Your profile is with our editors.")


def test_approving_in_the_admin(desktop, live_server):
    editor, member = MemberFactory(editor=True), MemberFactory()
    page = ready_profile(member)
    membership.submit(page, by=member)
    client = Client()
    client.force_login(editor)
    session = client.cookies["sessionid"].value
    desktop.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    keys = Keyboard(desktop)

    desktop.goto("/admin/")
    keys.follow(desktop.locator("main").get_by_role("link", name="Ada Lux"))
    keys.push(desktop.get_by_role("button", name="More actions"))
    keys.follow(desktop.get_by_role("button", name="Approve"))

    assert ProfilePage.objects.get(pk=page.pk).live


def test_finding_and_writing_to_a_creative(desktop):
    profile("Léa Hoffmann", headline="Photographer", member=MemberFactory(email="lea@example.org"))
    mail.outbox.clear()
    keys = Keyboard(desktop)
    desktop.goto("/en/")
    keys.press("Tab")
    keys.look()
    expect(desktop.get_by_role("link", name="Skip to content")).to_be_focused()
    keys.press("Enter")
    keys.fill("What are you looking for?", "Hoffmann")
    keys.send()
    keys.follow(desktop.get_by_role("main").get_by_role("link", name="Léa Hoffmann", exact=True))
    keys.follow(desktop.get_by_role("link", name="Get in touch").first)
    keys.fill("your name", "Max Client")
    keys.fill("your e-mail address", "max@example.org")
    keys.fill("Message", "Are you free in May?", exact=True)
    keys.push(desktop.get_by_role("button", name="Send my message"))

    expect(desktop.get_by_role("heading", level=1)).to_have_text(
        "Your message is on its way", timeout=60_000
    )
    assert [message.to for message in mail.outbox] == [["lea@example.org"]]


def test_registering_for_an_event_without_scripts(open_page, tree_on_disk):
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + 9 * make.DAY
    make.event(
        title="A portfolio that reads",
        slug="portfolio",
        language="en",
        registration="here",
        capacity=1,
        sessions=[make.session(start)],
    )
    page = open_page(java_script_enabled=False, **DESKTOP)
    keys = Keyboard(page)
    page.goto("/en/events/")
    keys.follow(page.get_by_role("link", name="A portfolio that reads"))
    keys.follow(page.get_by_role("main").get_by_role("link", name="Register"))
    keys.fill("Your name", "Ana")
    keys.fill("Your e-mail address", "ana@example.org")
    keys.follow(page.get_by_role("main").get_by_role("button").last)
    expect(page.get_by_role("heading", level=1)).to_have_text("Look at your mail")

    page.goto(re.search(r"https?://[^/]+(/\S+/registration/\S+/)", mail.outbox[-1].body)[1])
    keys.follow(page.get_by_role("button", name="Confirm"))
    expect(page.get_by_text("You have a seat, and it is confirmed.")).to_be_visible()
    assert Registration.objects.get().verified_at


def test_ticking_a_checklist_and_reading_the_price_list(desktop, tree_on_disk):
    ChecklistPageFactory(
        slug="tenders",
        language="en",
        items=[item("Publish", doors=["launch"]), item("Pay"), item("Ask", doors=["answer"])],
    )
    prices = PriceListPageFactory(slug="prices", language="en")
    PriceRowFactory(page=prices, branch=branch())
    PriceRowFactory(page=prices, services={"en": "Book cover"})
    keys = Keyboard(desktop)

    desktop.goto("/en/resources/tenders/")
    keys.go_to(desktop.locator("[name=door]"))
    keys.press("ArrowDown")
    keys.follow(desktop.get_by_role("button", name="Show my list"))
    keys.tick(desktop.get_by_label("Pay"))
    assert desktop.locator("[data-count]").text_content() == "1 / 2"

    desktop.goto("/en/resources/prices/")
    keys.go_to(desktop.locator("[name=branch]"))
    keys.write("Design")
    keys.follow(desktop.get_by_role("button", name="Filter"))
    rows = desktop.get_by_role("rowheader")
    expect(rows).to_have_text([re.compile("Portrait photograph")])
    keys.go_to(desktop.get_by_role("group").last)
