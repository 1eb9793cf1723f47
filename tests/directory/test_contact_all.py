"""One form to everybody on a shortlist: separate messages, counted and delivered as any other."""

import re
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from directory.contact.writing import confirm
from directory.models import ContactMessage
from tests.challenge import proof
from tests.factories.directory import profile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
SENDER = "sender@example.org"
NAMES = ("Anna", "Ben", "Cleo")


@pytest.fixture
def address():
    for name in NAMES:
        profile(name, contact_email=f"{name.lower()}@example.org")
    return "/en/directory/shortlist/contact/?p=anna&p=ben&p=cleo"


def typed(*people: str, **changes):
    return {
        "p": list(people),
        "sender_name": "Max Client",
        "sender_email": SENDER,
        "text": "Are you free in May?",
        "key": str(uuid4()),
        **changes,
    }


def to() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


def test_each_gets_a_message_of_their_own_by_one_proof(client: Client, address):
    answer = client.post(address, typed("anna", "cleo", altcha=proof(client)))

    assert answer["Location"] == "?p=anna&p=cleo&done=sent"
    assert to() == ["anna@example.org", "cleo@example.org"]
    for sent in mail.outbox:
        whole = sent.message().as_string()
        assert SENDER not in whole
        others = {"Anna", "Cleo"} - {sent.to[0].partition("@")[0].capitalize()}
        assert [name for name in others if name in whole] == []
    assert ContactMessage.objects.filter(sent_at=None).count() == 0
    assert "Anna, Cleo" in client.get(address.partition("?")[0] + answer["Location"]).text


def test_without_a_proof_one_link_confirms_all(client: Client, address):
    answer = client.post(address, typed("anna", "ben", "cleo"))
    assert answer["Location"] == "?p=anna&p=ben&p=cleo&done=confirm"
    (asked,) = mail.outbox
    assert asked.to == [SENDER]
    assert "Anna, Ben, Cleo" in asked.body
    assert "@example.org" not in asked.body.replace("http://127.0.0.1:8000", "")

    (link,) = re.findall(r"http://127.0.0.1:8000(/messages/\S+)", asked.body)
    assert "Anna, Ben, Cleo" in client.get(link).text
    mail.outbox.clear()
    sent = client.post(link)
    client.post(link)

    assert "Anna, Ben, Cleo" in sent.text
    assert to() == [f"{name.lower()}@example.org" for name in NAMES]
    assert all(one.is_from_its_address for one in ContactMessage.objects.all())


def test_the_question_is_one_even_where_it_had_to_wait(client: Client, address, settings):
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    client.post(address, typed("anna", "ben"))
    with pytest.raises(CommandError):
        call_command("deliver_messages")

    settings.EMAIL_BACKEND = works
    call_command("deliver_messages")
    call_command("deliver_messages")

    assert to() == [SENDER]


def test_each_is_kept_and_sent_again_when_mail_was_away(client: Client, address, settings):
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answer = client.post(address, typed("anna", "ben", altcha=proof(client)))
    assert answer["Location"].endswith("done=sent")

    settings.EMAIL_BACKEND = works
    call_command("deliver_messages")
    call_command("deliver_messages")

    assert to() == ["anna@example.org", "ben@example.org"]


def test_a_form_sent_twice_is_one_message_to_each(client: Client, address):
    data = typed("anna", "ben", altcha=proof(client))

    for _click in range(2):
        client.post(address, data)

    assert to() == ["anna@example.org", "ben@example.org"]


def test_who_is_deleted_meanwhile_takes_no_other_message_along(client: Client, address):
    client.post(address, typed("anna", "ben", altcha=proof(client)))
    first = ContactMessage.objects.earliest("pk")
    first.profile.delete()

    confirm(ContactMessage.objects.get())

    assert ContactMessage.objects.get().profile.title == "Ben"


@pytest.fixture
def many():
    people = [f"person-{number:02}" for number in range(12)]
    for name in people:
        profile(name, contact_email=f"{name}@example.org")
    return people, "/en/directory/shortlist/contact/?" + "&".join(f"p={one}" for one in people)


def test_ten_at_once_and_no_more(client: Client, many):
    people, address = many
    page = client.get(address)
    assert page.text.count("checked") == 10

    answer = client.post(address, typed(*people, altcha=proof(client)))

    assert answer.context["form"].errors["p"] == [
        "Choose 10 at most, and write to the others after that."
    ]
    assert "Are you free in May?" in answer.text
    assert to() == []


def test_a_group_counts_as_many_as_it_is(client: Client, many):
    people, address = many
    with time_machine.travel("2026-01-01 12:00", tick=False) as clock:
        first = client.post(address, typed(*people[:6], altcha=proof(client)))
        second = client.post(address, typed(*people[6:12], altcha=proof(client)))
        clock.shift(61)
        third = client.post(address, typed(*people[6:12], altcha=proof(client)))

    assert first["Location"].endswith("done=sent")
    assert second.status_code == 429
    assert "Are you free in May?" in second.text
    assert third["Location"].endswith("done=sent")
    assert to() == [f"{name}@example.org" for name in people]


def test_who_cannot_be_written_to_is_named_and_left_out(client: Client):
    profile("Anna", contact_email="anna@example.org")
    profile("Nobody reads")

    page = client.get("/en/directory/shortlist/contact/?p=anna&p=nobody-reads&p=gone")

    assert "Nobody reads messages for: Nobody reads." in page.text
    assert [one.title for one in page.context["recipients"]] == ["Anna"]
    answer = client.post(
        "/en/directory/shortlist/contact/?p=anna", typed("nobody-reads", altcha=proof(client))
    )
    assert list(answer.context["form"].errors) == ["p"]
    assert to() == []


@pytest.mark.parametrize("query", ["", "?p=", "?p=%00", "?p=nobody", "?done=sent", "?done=%00"])
def test_a_list_of_nobody_has_no_form(client: Client, query):
    answer = client.get(f"/en/directory/shortlist/contact/{query}")

    assert answer.status_code == 200
    assert "<textarea" not in answer.text


@pytest.mark.parametrize("people", [1, 3])
def test_the_form_costs_the_same_for_one_and_for_three(
    client: Client, address, django_assert_num_queries, people
):
    query = "&".join(f"p={name.lower()}" for name in NAMES[:people])
    client.get("/en/directory/shortlist/contact/")

    with django_assert_num_queries(1):
        client.get(f"/en/directory/shortlist/contact/?{query}")


def test_a_form_from_elsewhere_is_refused(address):
    stranger = Client(enforce_csrf_checks=True)

    assert stranger.post(address, typed("anna")).status_code == 403
