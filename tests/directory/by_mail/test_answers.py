"""Who is written to may simply answer the mail, where the site receives mail."""

import pytest
from django.core import mail
from django.db import DatabaseError, connection
from django.utils import timezone

from directory.contact.by_mail import MOST_A_DAY
from directory.contact.links import answer_address
from directory.models import ContactMessage, ContactReply

from .mails import ADA, EVE, answer_to, mailed, quoted

pytestmark = pytest.mark.django_db


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
    to_ada = mailed(message)
    received(answer_to(to_ada, "No"))
    to_eve = mail.outbox.pop()
    ContactMessage.objects.update(blocked_at=timezone.now())
    assert refused(received, answer_to(to_eve, "But")) == "Ada a mis fin à cette conversation."
    theirs = answer_to(to_ada, "And")
    assert refused(received, theirs).startswith("You have blocked Eve:")


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


@pytest.mark.parametrize(
    "header",
    [
        "Message-ID: <]a@b>",
        "Message-ID: <a@[",
        "Auto-Submitted: no (me)",
        "Message-ID: \udcff",
        "Delivered-To: <somebody@example.org>\nDelivered-To: <ada@example.org>",
    ],
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
