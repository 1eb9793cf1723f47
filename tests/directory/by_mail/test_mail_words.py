"""What of a mail is passed on: what its writer says, and nothing that leads to them."""

from html import escape
from urllib.parse import quote

import pytest
from django.core import mail

from directory.contact.links import link
from directory.models import ContactMessage, ContactReply

from .mails import ADA, EVE, answer_to, mailed

pytestmark = pytest.mark.django_db

OUTLOOK = "De\xa0: Cluster <{sender}>\nEnvoyé\xa0: lundi 30 novembre 2026 10:13\nÀ\xa0: {ada}\n"
GMAIL = "Le lun. 30 nov. 2026 à 10:13, Cluster pour\nles créatifs <{sender}> a écrit\xa0:\n"
THUNDERBIRD = "-------- Ursprüngliche Nachricht --------\n"
GMX = "Gesendet: Montag, 30. November 2026 um 10:13\nVon: {sender}\nAn: {ada}\n"


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


def test_a_line_of_blanks_as_long_as_a_book_does_not_stop_what_comes_before_it(received, message):
    assert received(answer_to(mailed(message), f"Yes{' ' * 200_000}.")) == (0, "")
    assert ContactReply.objects.get().text == "Yes"


def test_words_like_the_name_of_the_mailbox_are_passed_on_and_its_addresses_are_not(
    settings, received, message
):
    settings.REPLY_ADDRESS = "mail@cluster.example.org"
    to_ada = mailed(message)
    text = f"By mail+phone, or post.\nYes\nfrom {to_ada.reply_to[0].upper()} you wrote\nHello"
    assert received(answer_to(to_ada, text)) == (0, "")
    assert ContactReply.objects.get().text == "By mail+phone, or post.\nYes"
