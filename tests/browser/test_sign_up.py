import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from cluster.accounts.models import User

pytestmark = pytest.mark.browser


def newest_code():
    return re.findall(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE)[0]


def join(page, email="new@example.org"):
    page.goto("/account/signup/?lang=en")
    page.get_by_label("Email").fill(email)
    page.get_by_role("button", name="Send me the code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Type the code from the mail")
    page.get_by_label("Code").fill(newest_code())
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(re.compile("/me/"))


def test_someone_joins_with_a_code_on_a_phone(phone):
    join(phone)

    user = User.objects.get(email="new@example.org")
    assert user.emailaddress_set.get().verified
    assert user.language == "en"


def test_a_member_logs_out_and_in_again_on_a_desktop(desktop):
    join(desktop)
    desktop.goto("/account/logout/")
    desktop.locator("main").get_by_role("button").click()

    desktop.goto("/account/login/?lang=en")
    desktop.get_by_label("E-mail address").fill("new@example.org")
    desktop.get_by_role("button", name="Send me a code").click()
    desktop.get_by_label("Code").fill(newest_code())
    desktop.get_by_role("button", name="Go on").click()

    desktop.wait_for_url(re.compile("/me/"))
