"""Who is written to may simply answer the mail, where the site receives mail."""

import io
import sys
from email.message import EmailMessage
from time import monotonic
from urllib.parse import quote

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.html import escape

from directory.contact.by_mail import MOST_A_DAY
from directory.contact.delivery import deliver_message
from directory.contact.links import answer_address, link
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


def test_machines_are_not_answered(received, message):
    to_ada = mailed(message)
    assert to_ada.extra_headers["Auto-Submitted"] == "auto-generated"
    assert received(answer_to(to_ada, "I am away", Auto_Submitted="auto-replied")) == (0, "")
    assert received(answer_to(to_ada, "News", Precedence="bulk")) == (0, "")
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


OUTLOOK = "De\xa0: Cluster <{sender}>\nEnvoyé\xa0: lundi 30 novembre 2026 10:13\nÀ\xa0: {ada}\n"
GMAIL = "Le lun. 30 nov. 2026 à 10:13, Cluster pour\nles créatifs <{sender}> a écrit\xa0:\n"
THUNDERBIRD = "-------- Ursprüngliche Nachricht --------\n"
GMX = "Gesendet: Montag, 30. November 2026 um 10:13\nVon: {sender}\nAn: {ada}\n"


@pytest.mark.parametrize("above", [OUTLOOK, GMAIL, THUNDERBIRD, GMX])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_what_programs_say_of_a_mail_that_they_quote_stays_behind(received, message, above, kind):
    to_ada = mailed(message)
    said = f"Oui.\n\nAda\n\n{above.format(sender=to_ada.from_email, ada=ADA)}\n{to_ada.body}"
    if kind == "html":
        said = escape(said).replace("\n", "<br>\n")

    assert received(answer_to(to_ada, said, kind)) == (0, "")

    assert ContactReply.objects.get().text == "Oui.\n\nAda"


def test_a_quote_in_html_and_the_style_of_a_page_stay_behind(received, message):
    """The plain text beside it is empty."""
    to_ada = mailed(message)
    page = "<html><head><style>p {}</style><title>Re</title></head><body><p>Oui.</p>\n<p>Ada</p>"
    written = answer_to(to_ada, " ")
    written.add_alternative(f"{page}<blockquote>{to_ada.body}</blockquote></body>", subtype="html")
    received(written)
    assert ContactReply.objects.get().text == "Oui.\nAda"


def test_a_private_link_that_a_mail_server_wrapped_in_one_of_its_own_stays_behind(
    received, message
):
    mine = quote(link(message, "creative", language="en"), safe="")
    received(answer_to(mailed(message), f"Yes\nhttps://safe.example/?url={mine}"))
    assert ContactReply.objects.get().text == "Yes"


def test_the_address_of_who_writes_is_in_no_signature_unless_they_pass_it_on(received, message):
    to_ada = mailed(message)
    written = f"Yes\n\nAda Lovelace\n{ADA.title()} / ada@studio.example"
    received(answer_to(to_ada, written, From="Ada <ada@studio.example>"))
    assert ContactReply.objects.get().text == "Yes\n\nAda Lovelace\n[…] / […]"

    to_eve = mail.outbox.pop()
    received(answer_to(to_eve, f"Fine, {EVE}"))
    assert ContactReply.objects.latest("pk").text == "Fine, […]"
    ContactMessage.objects.update(passes_address=True)
    received(answer_to(to_eve, f"Then: {EVE}"))
    assert ContactReply.objects.latest("pk").text == f"Then: {EVE}"


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        ("utf-8", b"Yes\0!", "Yes !"),
        ("unicode_escape", rb"Yes \ud800!", "Yes ?!"),
        ("idna", b"Yes!", "Yes!"),
        ("undefined", b"Yes!", "Yes!"),
        ("x-unknown", b"Oui \xff", "Oui \ufffd"),
    ],
)
def test_odd_characters_and_charsets_break_nothing(received, message, charset, body, text):
    to = mailed(message).reply_to[0]
    head = f"To: {to}\nContent-Type: text/plain; charset={charset}\n\n".encode()
    assert received(head + body) == (0, "")
    assert ContactReply.objects.get().text == text


@pytest.mark.parametrize(
    "header",
    ["Message-ID: <]a@b>", "Message-ID: <a@[", "Auto-Submitted: no (me)", "Message-ID: \udcff"],
)
def test_odd_headers_break_nothing(received, message, header):
    to = mailed(message).reply_to[0]
    assert received(f"To: {to}\n{header}\n\nYes".encode(errors="surrogateescape")) == (0, "")
    assert ContactReply.objects.get().text == "Yes"


def test_a_mail_that_cannot_be_read_comes_back(received, message):
    to = mailed(message).reply_to[0]
    odd = f'To: {to}\nContent-Type: multipart/mixed; boundary="x"; =?"\0"\n\n--x--'.encode()
    assert received(odd)[0] == 67
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(2_000)
    )
    assert received(f"To: {to}\n".encode() + deep)[0] == 67
    assert not ContactReply.objects.exists()


def test_a_long_line_of_spaces_is_read_at_once(received, message):
    began = monotonic()
    assert received(answer_to(mailed(message), "Yes" + " " * 100_000 + "."))[0] == 0
    assert monotonic() - began < 5


def test_both_sides_may_say_the_same_word_in_mails_without_a_number(received, message):
    to_ada = mailed(message).reply_to[0]
    received(f"To: {to_ada}\n\nYes".encode())
    to_eve = mail.outbox.pop().reply_to[0]
    received(f"To: {to_eve}\n\nYes".encode())
    assert ContactReply.objects.count() == 2


@pytest.mark.parametrize(
    "header", ["Precedence: List", "Return-Path: <>", "Content-Type: multipart/report; boundary=x"]
)
def test_other_marks_of_machines_are_known_too(received, message, header):
    to = mailed(message).reply_to[0]
    assert received(f"To: {to}\n{header}\n\nI am away".encode()) == (0, "")
    assert not ContactReply.objects.exists()
