"""Who is written to may simply answer the mail, where the site receives mail."""

import io
import sys
from email.message import EmailMessage
from time import process_time

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from directory.contact.by_mail import MOST_A_DAY
from directory.contact.delivery import deliver_message
from directory.contact.links import answer_address
from directory.models import ContactMessage, ContactReply
from tests.factories.directory import profile
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
ADA, EVE = "ada@example.org", "eve@example.org"


@pytest.fixture(autouse=True)
def _receives_mail(settings):
    settings.REPLY_ADDRESS = "answers@cluster.example.org"


@pytest.fixture
def message(directory):
    ada = profile("Ada", member=MemberFactory(email=ADA, language="en"))
    return ContactMessage.objects.create(
        profile=ada,
        sender_name="Eve",
        sender_email=EVE,
        sender_language="fr",
        text="Are you free in May?",
        confirmed_at=timezone.now(),
        asked_at=timezone.now(),
    )


@pytest.fixture
def received(monkeypatch):
    """What a mail server does with a mail: the command's code, 0 where it is taken."""

    def of(written):
        raw = written if isinstance(written, bytes) else written.as_bytes()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        try:
            call_command("receive_answer")
        except CommandError as error:
            return error.returncode, str(error)
        return 0, ""

    return of


def answer_to(sent, text, kind="plain", **headers):
    """As a mail program writes it, below it what is answered."""
    answer = EmailMessage()
    answer["To"] = sent.reply_to[0]
    answer["Message-ID"] = f"<{len(text)}@mail.example>"
    for name, value in headers.items():
        answer[name.replace("_", "-")] = value
    answer.set_content(text, subtype=kind)
    return answer


def quoted(sent):
    lines = "\n".join(f"> {line}" for line in sent.body.splitlines())
    return f"\n\nOn Mon, 30 Nov 2026 at 10:13, Cluster <{sent.from_email}> wrote:\n{lines}"


def mailed(message):
    deliver_message.call(message.pk)
    return mail.outbox.pop()


def test_an_answer_by_mail_reaches_the_other_side_and_theirs_comes_back(received, message):
    to_ada = mailed(message)
    assert to_ada.to == [ADA]
    assert to_ada.reply_to == [answer_address(message, by_creative=True)]

    written = answer_to(to_ada, f"Yes, gladly.\n- Saturday\n- Sunday{quoted(to_ada)}")
    assert received(written) == (0, "")
    to_eve = mail.outbox.pop()
    assert to_eve.to == [EVE]
    assert "Yes, gladly.\n- Saturday\n- Sunday" in to_eve.body
    assert "/me/messages/" not in to_eve.body
    assert ADA not in to_eve.message().as_string()

    assert received(answer_to(to_eve, f"Samedi alors{quoted(to_eve)}")) == (0, "")
    assert mail.outbox.pop().to == [ADA]
    said = list(ContactReply.objects.values_list("text", "by_creative"))
    assert said == [("Yes, gladly.\n- Saturday\n- Sunday", True), ("Samedi alors", False)]


def test_the_same_mail_again_is_one_answer(received, message):
    written = answer_to(mailed(message), "Yes")
    received(written)
    received(written)
    assert ContactReply.objects.count() == 1


@pytest.mark.parametrize(
    "text",
    [
        "<p>Yes, gladly.</p><p>Ada</p>",
        "<div>Yes, gladly.<br>Ada</div>",
    ],
)
def test_an_answer_in_html_is_read_as_text(received, message, text):
    received(answer_to(mailed(message), text, "html"))
    assert ContactReply.objects.get().text.split() == ["Yes,", "gladly.", "Ada"]


def test_a_signature_stays_behind_and_what_was_attached_is_named(received, message):
    written = answer_to(mailed(message), "Here it is.\n-- \nAda, +352 123 456")
    written.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="offer.pdf")
    received(written)
    expected = "Here it is.\n\nAttached to the mail, and not passed on: offer.pdf"
    assert ContactReply.objects.get().text == expected


def test_words_like_the_name_of_the_mailbox_are_passed_on_and_its_addresses_are_not(
    settings, received, message
):
    settings.REPLY_ADDRESS = "mail@cluster.example.org"
    to_ada = mailed(message)
    text = f"By mail+phone, or post.\nYes\nfrom {to_ada.reply_to[0].upper()} you wrote\nHello"
    assert received(answer_to(to_ada, text)) == (0, "")
    assert ContactReply.objects.get().text == "By mail+phone, or post.\nYes"


def test_unknown_characters_and_charsets_break_nothing(received, message):
    to = mailed(message).reply_to[0]
    head = f"To: {to}\nContent-Type: text/plain; charset=x-unknown\n\n".encode()
    assert received(head + b"Oui \xff")[0] == 0
    assert ContactReply.objects.get().text == "Oui �"


@pytest.mark.parametrize(
    ("head", "body", "kept"),
    [
        ("Content-Type: text/plain", b"Oui\0 !", "Oui !"),
        ("Message-ID: <[", b"Oui", "Oui"),
        ("Content-Type: text/plain; charset=unicode_escape", rb"Oui \ud800", "Oui ?"),
        ("Content-Type: text/plain; charset=undefined", b"Oui", "Oui"),
        ("Content-Type: text/plain; charset=idna", b"Oui..", "Oui.."),
        ("Delivered-To: <somebody@example.org>\nDelivered-To: <{to}>", b"Oui", "Oui"),
        ("Auto-Submitted: No (typed)", b"Oui", "Oui"),
    ],
)
def test_a_mail_that_is_not_as_mails_should_be_is_read_nevertheless(
    received, message, head, body, kept
):
    to = mailed(message).reply_to[0]
    head = head.format(to=to) if "{to}" in head else f"To: {to}\n{head}"
    assert received(head.encode() + b"\n\n" + body) == (0, "")
    assert ContactReply.objects.get().text == kept


def test_html_that_nobody_can_read_comes_back(received, message):
    broken = answer_to(mailed(message), "<![foo <p>Yes</p>", "html")
    assert "no text in your mail" in refused(received, broken)


def test_a_line_of_blanks_as_long_as_a_book_does_not_stop_what_comes_after(received, message):
    written = answer_to(mailed(message), f"Yes{' ' * 200_000}.")
    before = process_time()
    assert received(written) == (0, "")
    assert process_time() - before < 5
    assert ContactReply.objects.get().text == "Yes"


def test_machines_are_not_answered(received, message):
    to_ada = mailed(message)
    assert to_ada.extra_headers["Auto-Submitted"] == "auto-generated"
    assert received(answer_to(to_ada, "I am away", Auto_Submitted="auto-replied")) == (0, "")
    late = answer_to(to_ada, "Away", Auto_Submitted="auto-replied (vacation)")
    assert received(late) == (0, "")
    assert received(answer_to(to_ada, "News", Precedence="Bulk")) == (0, "")
    assert not ContactReply.objects.exists()


def refused(received, written):
    code, said = received(written)
    assert code == 67
    assert not ContactReply.objects.filter(text=written.get_content().strip()).exists()
    return said


def test_who_has_no_such_address_is_told_so(received, message):
    to_ada = mailed(message)
    to_ada.reply_to = [to_ada.reply_to[0].replace("c", "s", 1)]
    assert refused(received, answer_to(to_ada, "Hi")) == "Cette adresse ne mène à personne."
    to_ada.reply_to = ["answers@cluster.example.org"]
    assert refused(received, answer_to(to_ada, "Hi")) == "Cette adresse ne mène à personne."


def test_an_answer_without_words_or_with_too_many_comes_back(received, message):
    to_ada = mailed(message)
    empty = answer_to(to_ada, quoted(to_ada))
    assert "no text in your mail" in refused(received, empty)
    assert "under 5,000 characters" in refused(received, answer_to(to_ada, "word " * 1_001))


def test_a_blocked_sender_cannot_answer_by_mail_either(received, message):
    received(answer_to(mailed(message), "No"))
    to_eve = mail.outbox.pop()
    ContactMessage.objects.update(blocked_at=timezone.now())
    assert refused(received, answer_to(to_eve, "But")) == "Ada a mis fin à cette conversation."


def test_two_machines_that_answer_each_other_stop(received, message):
    to_ada = mailed(message)
    for number in range(MOST_A_DAY):
        ContactReply.objects.create(message=message, text=str(number), by_creative=True)
    assert "too many messages" in refused(received, answer_to(to_ada, "Again"))


def test_while_the_database_is_away_the_mail_server_keeps_the_mail(received, message):
    written = answer_to(mailed(message), "Yes")

    def away(*_args):
        raise DatabaseError("away")

    with connection.execute_wrapper(away):
        assert received(written)[0] == 75


def test_a_site_that_receives_no_mail_says_so_in_its_mails(settings, received, message):
    settings.REPLY_ADDRESS = ""
    to_ada = mailed(message)
    assert to_ada.reply_to == []
    assert "Please answer here, not to this mail." in to_ada.body
    assert received(b"To: answers+1@cluster.example.org\n\nYes")[0] == 67
