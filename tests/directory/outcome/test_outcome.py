"""Weeks after a message: both sides asked once, answered with one click, counted without names."""

import datetime as dt
import re
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from directory.models import (
    ContactMessage,
    ContactOutcome,
    ContactReply,
    DeclinedQuestion,
    OutcomeQuestion,
)
from directory.outcome.answering import forget_declined
from directory.outcome.links import token_of
from tests.factories.accounts import UserFactory
from tests.factories.directory import ESCH, branch, profile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
START = dt.datetime(2026, 1, 5, 12, tzinfo=dt.UTC)
CREATIVE, SENDER = "anna@example.org", "max@example.org"
TO_CREATIVE = (CREATIVE, "Did it lead to something? Message from Max")


@pytest.fixture
def after(time_machine):
    """Runs the command on these days after the messages; gives to whom what was sent."""

    def run(*days):
        mail.outbox.clear()
        for day in days:
            time_machine.move_to(START + dt.timedelta(days=day), tick=False)
            call_command("ask_outcomes", stdout=StringIO())
        return sorted((one.to[0], one.subject) for one in mail.outbox)

    time_machine.move_to(START, tick=False)
    return run


@pytest.fixture
def anna(after):
    page = profile("Anna", branches=[branch()], locality=ESCH.name)
    page.member = UserFactory(email=CREATIVE, language="en")
    page.save()
    return page


def message(page, **fields):
    """Proven by its browser, so that nobody knows whose address it is, unless told otherwise."""
    known = {"sender_name": "Max", "sender_email": SENDER, "sender_language": "de", "text": "Hallo"}
    sent = {"confirmed_at": START, "sent_at": START}
    return ContactMessage.objects.create(profile=page, **{**known, **sent, **fields})


def confirmed(page, **fields):
    return message(page, asked_at=START, **fields)


def links(to):
    """Of the answers in their order, then the one that ends the questions."""
    body = next(one.body for one in mail.outbox if one.to == [to])
    found = [urlsplit(one) for one in re.findall(r"https?://\S+/messages/outcome/\S+", body)]
    return [f"{one.path}?{one.query}" for one in found]


def answers():
    return sorted(OutcomeQuestion.objects.values_list("by_creative", "answer"))


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


def test_what_opens_every_link_of_a_mail_answers_nothing(anna, after):
    confirmed(anna)
    after(28)
    for address in links(CREATIVE) + links(SENDER):
        for method in ("get", "head", "options"):
            getattr(Client(), method)(address)

    assert answers() == [(False, ""), (True, "")]
    assert DeclinedQuestion.objects.count() == 0


def test_one_click_answers_and_the_same_link_changes_it_until_it_expires(anna, after, time_machine):
    message(anna)
    after(28)
    paid, _collaboration, nothing, *_more = links(CREATIVE)

    page = Client().get(paid)
    assert re.findall(r'value="(\w+)"[^>]* checked', page.text) == ["paid"]
    assert "Thank you!" in Client().post(paid, {"answer": "paid"}, follow=True).text
    assert answers() == [(True, "paid")]

    Client().post(nothing, {"answer": "no"})
    assert answers() == [(True, "no")]
    time_machine.move_to(START + dt.timedelta(days=28 + 61), tick=False)
    assert Client().post(paid, {"answer": "paid"}).status_code == 404
    assert answers() == [(True, "no")]


@pytest.mark.parametrize("answer", ["", "x", "\x00", "paid\x00"])
def test_what_is_no_answer_is_explained_and_not_kept(anna, after, answer):
    message(anna)
    after(28)
    address = links(CREATIVE)[0]

    refused = Client().post(address, {"answer": answer})

    assert (refused.status_code, list(refused.context["form"].errors)) == (200, ["answer"])
    assert Client().get(address.replace("paid", "x%00")).status_code == 200
    assert answers() == [(True, "")]


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


def test_what_is_said_in_my_space_is_not_asked_by_mail(anna, after, client):
    mine = message(anna)
    client.force_login(anna.member)
    assert "Did it lead to something?" in client.get(f"/me/messages/{mine.pk}/?lang=en").text

    client.post(f"/me/messages/{mine.pk}/outcome/", {"answer": "collaboration"})

    assert answers() == [(True, "collaboration")]
    shown = client.get(f"/me/messages/{mine.pk}/").text
    assert re.findall(r'value="(\w+)"[^>]* checked', shown) == ["collaboration"]
    assert after(28) == []


def test_a_member_answers_for_no_message_of_another_and_none_that_was_reported(anna, client):
    reported = message(anna, reported_at=START)
    foreign = message(profile("Ben"))
    client.force_login(anna.member)

    for one in (reported, foreign):
        answer = client.post(f"/me/messages/{one.pk}/outcome/", {"answer": "paid"})
        assert answer.status_code == 404
    assert answers() == []


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


def test_an_answer_stays_without_a_name_when_all_else_goes(anna, after):
    confirmed(anna)
    after(28)
    address = links(SENDER)[0]
    Client().post(address, {"answer": "paid"})
    anna.delete()

    assert ContactMessage.objects.count() == 0
    assert ContactOutcome.objects.values("month", "branches", "kind", "canton").get() == {
        "month": dt.date(2026, 1, 1),
        "branches": ["design"],
        "kind": "freelancer",
        "canton": ESCH.canton,
    }
    assert answers() == [(False, "paid"), (True, "")]
    assert Client().get(address).status_code == 404


def test_a_reported_message_can_be_answered_for_no_more(anna, after):
    asked = confirmed(anna)
    after(28)
    ContactMessage.objects.filter(pk=asked.pk).update(reported_at=START)

    assert Client().post(links(SENDER)[0], {"answer": "paid"}).status_code == 404


def test_what_is_kept_of_a_member_s_wish_goes_with_them(anna, after, client):
    client.force_login(anna.member)
    client.post("/me/messages/questions/")
    assert DeclinedQuestion.objects.count() == 2

    forget_declined(anna.member)

    assert DeclinedQuestion.objects.count() == 0


@pytest.mark.parametrize("token", ["x", "W10:x:y", "%00", "é" * 300])
@pytest.mark.parametrize("part", ["", "stop/"])
def test_a_forged_link_is_explained(tree, token, part):
    for method in (Client().get, Client().post):
        assert method(f"/messages/outcome/{token}/{part}").status_code == 404


def test_a_link_is_of_one_side(anna, after):
    confirmed(anna)
    after(28)

    assert len({token_of(one) for one in OutcomeQuestion.objects.all()}) == 2
    Client().post(links(SENDER)[0], {"answer": "no"})
    assert answers() == [(False, "no"), (True, "")]
