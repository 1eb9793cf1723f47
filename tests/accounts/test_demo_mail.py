import pytest
from django.core.mail import EmailMessage

from cluster.accounts.demo_mail import KEPT


@pytest.fixture
def demo(settings, tmp_path):
    settings.DEMO = True
    settings.DEMO_MAIL_ROOT = tmp_path
    settings.DEMO_MAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings.EMAIL_BACKEND = "cluster.accounts.demo_mail.KeepingBackend"
    return tmp_path


def send(to, subject="Hello"):
    EmailMessage(subject, "A text.\n\n123456\n", to=[to]).send()


def test_outside_the_demo_there_is_no_such_address(client, tree, settings):
    settings.DEMO = False

    assert client.get("/demo/mail/").status_code == 404
    assert client.get("/demo/mail.json").status_code == 404


def test_mails_of_the_demo_are_listed_newest_first(client, demo):
    send("a@example.org", "First")
    send("b@example.org", "Second")

    mails = client.get("/demo/mail.json").json()

    assert [mail["subject"] for mail in mails] == ["Second", "First"]
    assert set(mails[0]) == {"to", "subject", "text", "sent_at"}
    assert mails[0]["text"] == "A text.\n\n123456\n"


def test_they_can_be_narrowed_to_one_recipient(client, tree, demo):
    send("a@example.org", "First")
    send("b@example.org", "Second")

    assert [mail["to"] for mail in client.get("/demo/mail.json?to=a@").json()] == ["a@example.org"]
    page = client.get("/demo/mail/?to=a@")
    assert "First" in page.text
    assert "Second" not in page.text


def test_only_the_newest_are_kept(demo):
    for number in range(KEPT + 3):
        (demo / f"0{number:04}.json").write_text("{}")

    send("a@example.org")

    assert len(list(demo.glob("*.json"))) == KEPT
