"""The main job, as a newcomer and an editor live it."""

import re
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from PIL import Image
from playwright.sync_api import expect

from directory.models import ProfilePage
from tests.factories.directory import branch
from tests.factories.members import MemberFactory, confirmed_profile, ready_profile

pytestmark = [
    pytest.mark.browser,
    # Wagtail leaves the temporary files of several renditions made at once to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def picture():
    file = BytesIO()
    Image.new("RGB", (1200, 900), "teal").save(file, "JPEG")
    return {"name": "poster.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def sign_up(page, email):
    page.goto("/account/signup/?lang=en")
    page.get_by_label("Email").fill(email)
    page.get_by_role("button", name="Send me the code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Type the code from the mail")
    page.get_by_label("Code").fill(re.findall(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE)[0])
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/me/profile/start/who/")


@pytest.fixture
def log_in(live_server):
    """Past the log-in, which has its own tests."""

    def enter(page, user):
        client = Client()
        client.force_login(user)
        key = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        page.context.add_cookies(
            [{"name": "django_language", "value": "en", "url": live_server.url}]
        )

    return enter


def take_three_steps(page):
    page.get_by_label("Name").fill("Ada Lux")
    page.get_by_label("Freelancer").check()
    page.get_by_label("I write in").select_option("fr")
    page.get_by_label("What do you do").fill("Je photographie des gens et des maisons.")
    page.get_by_role("button", name="Continue").click()

    page.get_by_label("Design", exact=True).check()
    page.get_by_label("Your skills").fill("portraits, drones")
    page.get_by_role("button", name="Continue").click()

    page.get_by_label("Town or village").press_sequentially("Esch", delay=30)
    page.get_by_role("button", name=re.compile("Esch-sur-Alzette")).click()
    page.get_by_label("Show my locality only").check()
    page.get_by_role("button", name="Save and see my profile").click()
    page.wait_for_url("**/me/profile/")


def write_in_english(page):
    page.get_by_role("link", name="English").click()
    page.get_by_label("Headline").fill("I photograph people and houses.")
    page.get_by_label("About you").fill("Twenty years of portraits.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")


def show_a_work(page, title):
    page.goto("/me/profile/work/add/")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Add a picture").set_input_files(picture())
    page.get_by_label("What does it show?").fill(f"A picture of {title}")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url(re.compile(r"/work/[0-9a-f-]{36}/$"))


def decide(page, name):
    page.goto("/admin/")
    page.locator("#waiting-profiles-content, #waiting-profiles").get_by_role(
        "link", name="Ada Lux"
    ).click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/$"))
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name=name).click()


def test_from_sign_up_to_being_found(phone, desktop, log_in, client):
    editor = MemberFactory(editor=True)
    branch()

    sign_up(phone, "ada@example.net")
    take_three_steps(phone)
    write_in_english(phone)
    for title in ("Town hall", "Faces"):
        show_a_work(phone, title)
    phone.goto("/me/profile/preview/")
    expect(phone.locator("main")).to_contain_text("Town hall")
    phone.get_by_role("link", name="Back to my profile").click()
    phone.get_by_role("button", name="Send it to be published").click()
    expect(phone.locator("main")).to_contain_text("Your profile is with our editors.")
    assert client.get("/fr/annuaire/ada-lux/").status_code == 404

    log_in(desktop, editor)
    desktop.goto("/admin/")
    expect(desktop.locator("main")).to_contain_text("1 profile waits for you")
    decide(desktop, "Approve")
    desktop.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    desktop.goto("/admin/")
    expect(desktop.locator("main")).to_contain_text("No profile waits for you.")

    assert phone.goto("/en/directory/ada-lux/").status == 200
    public = phone.locator("main")
    expect(public).to_contain_text("I photograph people and houses.")
    expect(public).to_contain_text("Esch-sur-Alzette")
    expect(public.get_by_role("img", name="A picture of Faces")).to_be_visible()
    assert mail.outbox[-1].subject == "Your profile is public: Ada Lux"


def test_what_an_editor_asks_for_is_read_in_my_space(phone, desktop, log_in):
    editor, member = MemberFactory(editor=True), MemberFactory()
    ready_profile(member)
    log_in(phone, member)
    phone.goto("/me/profile/")
    phone.get_by_role("button", name="Send it to be published").click()

    log_in(desktop, editor)
    decide(desktop, "Send back, with reason")
    desktop.get_by_label("Reason").fill("Please name your studio.")
    desktop.locator("[role=dialog]").get_by_role("button", name="Send back, with reason").click()
    desktop.wait_for_url(re.compile(r"/admin/pages/\d+/$"))
    desktop.goto("/admin/")
    expect(desktop.locator("main")).to_contain_text("No profile waits for you.")

    assert "Please name your studio." in mail.outbox[-1].body
    phone.goto("/me/")
    expect(phone.locator("main")).to_contain_text("Please name your studio.")


def test_a_later_edit_is_public_at_once_and_looked_at_afterwards(phone, desktop, log_in):
    editor, member = MemberFactory(editor=True), MemberFactory()
    confirmed_profile(member, editor)
    log_in(phone, member)
    phone.goto("/me/profile/text/en/")
    phone.get_by_label("Headline").fill("I draw atlases")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_role("status")).to_contain_text("Saved")

    phone.goto(ProfilePage.objects.get().url)
    expect(phone.locator("main")).to_contain_text("I draw atlases")

    log_in(desktop, editor)
    desktop.goto("/admin/")
    expect(desktop.locator("main")).to_contain_text("1 public profile changed")
    desktop.get_by_role("link", name="What changed").click()
    expect(desktop.locator("main")).to_contain_text("atlases")
    desktop.goto("/admin/")
    desktop.get_by_role("button", name="Looks fine").click()
    expect(desktop.locator("main")).to_contain_text("Noted: Ada Lux looks fine.")
    expect(desktop.locator("main")).not_to_contain_text("changed since an editor looked")
