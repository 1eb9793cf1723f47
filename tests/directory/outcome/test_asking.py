"""Weeks after a message both sides are asked once, unless they do not want to be."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from directory.models import (
    ContactOutcome,
    ContactReply,
    DeclinedQuestion,
)
from directory.outcome.answering import forget_declined
from tests.factories.directory import profile
from tests.factories.messages import (
    CREATIVE,
    SENDER,
    START,
    TO_CREATIVE,
    answers,
    confirmed,
    links,
    message,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def test_both_are_asked_once_each_in_their_language(anna, after):
    confirmed(anna)

    assert after(27) == []
    asked = after(28)
    assert [to for to, _subject in asked] == [CREATIVE, SENDER]
    assert asked[0] == TO_CREATIVE
    assert all("lang=en" in one for one in links(CREATIVE))
    assert all("lang=de" in one for one in links(SENDER))
    whole = "".join(one.message().as_string() for one in mail.outbox)
    assert re.findall(rf"^(?!To:).*(?:{CREATIVE}|{SENDER})", whole, re.MULTILINE) == []
    assert after(28, 29, 60, 90, 400) == []


def test_a_sender_is_asked_who_has_shown_that_the_address_is_theirs(anna, after):
    message(anna)
    talked = message(anna, text="Salut", sender_email="eve@example.org")
    ContactReply.objects.create(message=talked, text="Oui", by_creative=True)
    assert {to for to, _subject in after(28)} == {CREATIVE}

    ContactReply.objects.create(message=talked, text="Merci", by_creative=False)
    assert [to for to, _subject in after(29)] == ["eve@example.org"]


@pytest.mark.parametrize(
    "fields",
    [
        {"reported_at": START},
        {"sent_at": None},
        {"sent_at": START - dt.timedelta(days=61)},
    ],
    ids=["reported", "never delivered", "too long ago"],
)
def test_nobody_is_asked_about_a_message_that_is(anna, after, fields):
    confirmed(anna, **fields)

    assert after(28) == []
    assert ContactOutcome.objects.count() == 0


def test_whoever_sent_a_reported_message_is_asked_about_none(anna, after):
    confirmed(anna, text="Insults", reported_at=START)
    confirmed(anna, sender_email=SENDER.upper())

    assert after(28) == []


def test_nobody_is_asked_at_an_address_that_nobody_reads(after):
    confirmed(profile("Nobody"))

    assert [to for to, _subject in after(28)] == [SENDER]


def test_who_wrote_to_several_is_asked_once_even_if_one_of_them_goes(anna, after):
    ben, cleo = (profile(name, contact_email=f"{name}@example.org") for name in ("Ben", "Cleo"))
    first = confirmed(anna)
    for page in (ben, cleo):
        confirmed(page, sent_with=first)

    asked = after(28)
    assert [to for to, _subject in asked] == [
        "Ben@example.org",
        "Cleo@example.org",
        CREATIVE,
        SENDER,
    ]
    assert "Anna, Ben, Cleo" in Client().get(links(SENDER)[0]).text
    anna.delete()
    assert after(29, 30) == []


def test_not_yet_is_asked_once_more(anna, after):
    message(anna)
    after(28)
    Client().post(links(CREATIVE)[3], {"answer": "later"})

    assert after(55) == []
    assert after(56) == [TO_CREATIVE]
    assert len(links(CREATIVE)) == 4
    Client().post(links(CREATIVE)[0], {"answer": "later"})
    assert after(57, 84, 85, 120) == []


def test_not_yet_that_became_an_answer_is_not_asked_again(anna, after):
    message(anna)
    after(28)
    for answer in ("later", "paid"):
        Client().post(links(CREATIVE)[0], {"answer": answer})

    assert after(56, 57) == []


@pytest.mark.parametrize("to", [CREATIVE, SENDER])
def test_whoever_does_not_want_to_be_asked_is_not_asked_again(anna, after, to):
    confirmed(anna)
    after(28)
    stop = links(to)[-1]
    assert "Do not ask" in Client().get(stop.replace("lang=de", "lang=en")).text
    Client().post(stop)
    Client().post(stop)

    confirmed(anna, text="Another", sender_email=SENDER.capitalize())
    assert {one.lower() for one, _subject in after(29)} == {CREATIVE, SENDER} - {to}


def test_a_member_turns_the_question_off_and_on_in_their_space(anna, after, client):
    message(anna)
    client.force_login(anna.member)
    client.post("/me/messages/questions/")
    anna.member.email = "other@example.org"
    anna.member.save()
    assert "We do not ask you by mail" in client.get("/me/messages/?lang=en").text
    assert after(28) == []

    client.force_login(anna.member)
    client.post("/me/messages/questions/", {"ask": "1"})
    assert [to for to, _subject in after(29)] == ["other@example.org"]


def test_who_could_not_be_asked_is_due_again(anna, after, settings):
    confirmed(anna)
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(CommandError, match="2 mails could not be sent"):
        after(28)
    assert (ContactOutcome.objects.count(), answers()) == (0, [])

    settings.EMAIL_BACKEND = works
    assert [to for to, _subject in after(29, 29)] == [CREATIVE, SENDER]


def test_a_dry_run_says_how_many_and_asks_nobody(anna, after, time_machine, capsys):
    confirmed(anna)
    time_machine.move_to(START + dt.timedelta(days=28), tick=False)
    call_command("ask_outcomes", "--dry-run")

    assert re.findall(r"(\d) due", capsys.readouterr().out) == ["1", "1", "0"]
    assert (mail.outbox, answers()) == ([], [])


def test_what_is_kept_of_a_member_s_wish_goes_with_them(anna, after, client):
    client.force_login(anna.member)
    client.post("/me/messages/questions/")
    assert DeclinedQuestion.objects.count() == 2

    forget_declined(anna.member)

    assert DeclinedQuestion.objects.count() == 0


def test_who_said_not_yet_and_has_left_is_not_asked_once_more(anna, after):
    message(anna)
    after(28)
    Client().post(links(CREATIVE)[0], {"answer": "later"})
    anna.member.is_active = False
    anna.member.save()

    assert after(56, 57) == []
