"""Who reads a message can have nothing more from its sender."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from directory.contact.delivery import deliver_message, deliver_reply
from directory.contact.forms import ContactForm, refuse_blocked
from directory.contact.links import link
from directory.models import ContactMessage, ContactReply
from tests.challenge import proof
from tests.factories.directory import profile
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
WRITE = "/en/directory/ada/contact/"
TO_ALL = "/en/directory/shortlist/contact/?p=ada&p=bo"


@pytest.fixture
def ada(directory):
    return profile("Ada", member=MemberFactory(email="ada@example.org"))


@pytest.fixture
def message(ada):
    now = timezone.now()
    return ContactMessage.objects.create(
        profile=ada,
        sender_name="Eve",
        sender_email="eve@example.org",
        sender_language="en",
        text="Hello",
        confirmed_at=now,
        sent_at=now,
    )


def typed(client, **changes):
    said = {"sender_name": "Eve", "sender_email": "Eve@example.org", "text": "Again"}
    return {**said, "key": str(uuid4()), "altcha": proof(client), **changes}


@pytest.fixture
def reader(ada, message):
    """Ada's browser, with the page of the message open."""
    reader = Client(enforce_csrf_checks=True)
    reader.force_login(ada.member)
    reader.cookies["django_language"] = "en"
    return reader


def choose(reader, message, block):
    page = BeautifulSoup(reader.get(f"/me/messages/{message.pk}/").text, "html.parser")
    button = page.find("button", attrs={"name": "block", "value": block})
    token = button.find_parent("form").find("input", attrs={"name": "csrfmiddlewaretoken"})
    sent = {"block": block, "csrfmiddlewaretoken": token["value"]}
    return reader.post(f"/me/messages/{message.pk}/", sent, follow=True)


def test_a_blocked_sender_is_told_and_nothing_is_kept_or_sent(client, reader, message):
    shown = choose(reader, message, "yes")
    assert "Blocked: nothing more from Eve reaches you." in shown.text

    refused = client.post(WRITE, typed(client))

    assert "Ada: no messages from this address, please." in refused.text
    assert "Again" in refused.text
    assert ContactMessage.objects.get() == message
    assert mail.outbox == []


def test_a_blocked_sender_cannot_go_on_in_the_conversation(client, reader, message):
    choose(reader, message, "yes")
    address = link(message, "sender", language="en").removeprefix("http://127.0.0.1:8000")
    assert "Ada has ended this conversation." in client.get(address).text

    client.post(address.partition("?")[0], {"text": "But", "key": str(uuid4())})

    assert not ContactReply.objects.exists()


def test_nobody_is_asked_what_came_of_any_message_of_a_blocked_sender(reader, ada, message):
    said = {"sender_name": "Eve", "sender_email": "EVE@example.org", "sender_language": "en"}
    ago = timezone.now() - dt.timedelta(days=40)
    ContactMessage.objects.create(profile=ada, text="Before", confirmed_at=ago, sent_at=ago, **said)
    assert ContactMessage.objects.to_ask_about(timezone.now()).count() == 1

    choose(reader, message, "yes")

    assert ContactMessage.objects.to_ask_about(timezone.now()).count() == 0


def test_one_who_was_blocked_can_be_let_in_again(client, reader, message):
    choose(reader, message, "yes")
    assert "Eve can write to you again." in choose(reader, message, "no").text

    client.post(WRITE, typed(client))

    assert ContactMessage.objects.count() == 2


def test_what_waits_for_its_confirmation_does_not_reach_who_blocked_meanwhile(
    client, reader, message
):
    client.post(WRITE, typed(client, altcha=""))
    (asked,) = mail.outbox
    choose(reader, message, "yes")
    confirm = re.search(r"http://127.0.0.1:8000(/messages/confirm/\S+)", asked.body)[1]

    shown = client.post(confirm)

    assert "Ada: no messages from this address, please." in shown.text
    assert mail.outbox == [asked]


def test_what_waits_for_the_mail_server_does_not_reach_who_has_blocked_its_sender(
    reader, ada, message
):
    said = {"sender_name": "Eve", "sender_email": "EVE@example.org", "sender_language": "en"}
    waits = ContactMessage.objects.create(
        profile=ada, text="Again", confirmed_at=timezone.now(), **said
    )
    answer = ContactReply.objects.create(message=message, text="And", by_creative=False)
    choose(reader, message, "yes")

    deliver_message.call(waits.pk)
    deliver_reply.call(answer.pk)

    assert mail.outbox == []


def test_others_still_get_what_a_blocked_sender_writes(client, reader, message):
    profile("Bo", member=MemberFactory(email="bo@example.org"))
    choose(reader, message, "yes")

    refused = client.post(TO_ALL, typed(client, p=["ada", "bo"]))
    assert "Ada: no messages from this address, please." in refused.text
    client.post(TO_ALL, typed(client, p=["bo"]))

    assert [one.profile.title for one in ContactMessage.objects.exclude(pk=message.pk)] == ["Bo"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Ada, Bo\u00a0: pas de messages de cette adresse"),
        ("de", "Ada, Bo: bitte keine Nachrichten von dieser Adresse"),
        ("lb", "Ada, Bo: keng Messagë vun dëser Adress"),
    ],
)
def test_several_who_want_nothing_are_named_in_a_sentence_about_several(
    client, ada, message, language, said
):
    bo = profile("Bo", member=MemberFactory(email="bo@example.org"))
    wrote = {"sender_email": "eve@example.org", "sender_name": "Eve", "sender_language": "en"}
    ContactMessage.objects.create(profile=bo, text="Hello", **wrote)
    ContactMessage.objects.update(blocked_at=timezone.now())

    with override(language):
        form = ContactForm({**wrote, "text": "Again"})
        form.is_valid()
        refuse_blocked(form, [ada, bo])

    assert said in str(form.non_field_errors())


def test_a_sender_cannot_block_and_a_message_can_be_reported_where_it_is_read(
    client, reader, message
):
    page = reader.get(f"/me/messages/{message.pk}/").text
    assert "/messages/report/" in page
    address = link(message, "sender", language="en").removeprefix("http://127.0.0.1:8000")
    assert "/messages/report/" not in client.get(address).text

    client.post(address.partition("?")[0], {"block": "yes"})

    message.refresh_from_db()
    assert message.blocked_at is None
