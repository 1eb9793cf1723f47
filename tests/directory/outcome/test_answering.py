"""One click answers, of a link or in my space; what is kept of it is without names."""

import datetime as dt
import re

import pytest
from django.test import Client

from directory.models import (
    ContactMessage,
    ContactOutcome,
    DeclinedQuestion,
    OutcomeQuestion,
)
from directory.outcome.links import token_of
from tests.factories.accounts import UserFactory
from tests.factories.directory import ESCH, profile
from tests.factories.messages import (
    CREATIVE,
    SENDER,
    START,
    answers,
    confirmed,
    links,
    message,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


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


def test_a_link_is_of_who_was_asked_and_not_of_who_had_the_profile_before(anna, after):
    confirmed(anna)
    after(28)
    address, of_sender = links(CREATIVE)[0], links(SENDER)[0]
    anna.member = UserFactory(email="other@example.org")
    anna.save()

    assert Client().post(address, {"answer": "paid"}).status_code == 404
    assert Client().post(of_sender, {"answer": "no"}).status_code == 302
    assert answers() == [(False, "no"), (True, "")]


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
