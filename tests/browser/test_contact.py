import pytest
from django.core import mail
from playwright.sync_api import expect

from directory.models import DirectoryPage, ProfilePage
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.browser


def test_a_client_writes_from_a_phone_and_the_browser_proves_it(phone):
    directory = DirectoryPage.objects.get(locale__language_code="fr")
    page = ProfilePage(
        title="Léa Hoffmann", slug="lea", member=UserFactory(email="lea@example.org")
    )
    directory.add_child(instance=page)
    page.save_revision().publish()
    mail.outbox.clear()

    phone.goto("/en/directory/lea/")
    phone.get_by_role("link", name="Get in touch").first.click()
    phone.wait_for_url("**/en/directory/lea/contact/")
    phone.get_by_label("your name").fill("Max Client")
    phone.get_by_label("your e-mail address").fill("max@example.org")
    phone.get_by_label("Message", exact=True).fill("Are you free in May?")
    phone.get_by_role("button", name="Send my message").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text(
        "Your message is on its way", timeout=60_000
    )
    assert [message.to for message in mail.outbox] == [["lea@example.org"]]
