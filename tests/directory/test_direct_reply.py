"""A creative may answer from their own mailbox, where whoever writes wants that too."""

import re
from email.header import decode_header, make_header
from email.utils import getaddresses
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.models import ContactMessage, DirectReply
from tests.challenge import proof
from tests.factories.directory import profile
from tests.factories.members import MemberFactory

pytestmark = pytest.mark.django_db
WRITE = "/en/directory/ada/contact/"
AGREE = "Pass my address on: Ada prefers to answer me directly"


@pytest.fixture
def ada(directory):
    return profile("Ada", member=MemberFactory(email="ada@example.org", language="en"))


def choose(client, ada, **said):
    client.force_login(ada.member)
    client.cookies["django_language"] = "en"
    return client.post("/me/messages/answers/", said, follow=True).text


def write(client, **changes):
    post(client, **changes)
    (sent,) = mail.outbox
    return sent


def post(client, **changes):
    said = {"sender_name": "Eve, Ltd", "sender_email": "eve@example.org", "text": "Hello"}
    client.post(WRITE, {**said, "key": str(uuid4()), "altcha": proof(client), **changes})


def test_where_both_want_it_an_answer_goes_straight_to_the_sender(client, ada):
    assert "From your own mailbox" in choose(client, ada, direct="1")
    assert AGREE in client.get(WRITE).text

    sent = write(client, passes_address="on")

    assert sent.reply_to == ['"Eve, Ltd" <eve@example.org>']
    assert "Eve, Ltd lets you answer directly" in sent.body
    assert sent.extra_headers == {"Auto-Submitted": "auto-generated"}
    message = ContactMessage.objects.get()
    assert "mailto:eve@example.org" in client.get(f"/me/messages/{message.pk}/").text


def test_whoever_does_not_pass_their_address_on_is_answered_through_us(client, ada):
    choose(client, ada, direct="1")

    sent = write(client)

    assert sent.reply_to == []
    assert "eve@example.org" not in sent.message().as_string()
    message = ContactMessage.objects.get()
    assert "eve@example.org" not in client.get(f"/me/messages/{message.pk}/").text


def test_nobody_passes_an_address_on_to_who_did_not_ask_for_it(client, ada):
    assert AGREE not in client.get(WRITE).text

    sent = write(client, passes_address="on")

    assert sent.reply_to == []
    assert not ContactMessage.objects.get().passes_address


def test_an_address_passed_on_is_not_shown_once_answers_go_through_us_again(client, ada):
    choose(client, ada, direct="1")
    write(client, passes_address="on")
    assert "Through us: nobody sees your e-mail address." in choose(client, ada)

    message = ContactMessage.objects.get()

    assert not DirectReply.objects.exists()
    assert "eve@example.org" not in client.get(f"/me/messages/{message.pk}/").text


def test_what_is_answered_directly_quotes_no_link_that_opens_the_creatives_side(client, ada):
    """Who has no account, an agency, reads it too; without the sender's wish it has such a link."""
    choose(client, ada, direct="1")
    ada.contact_email = "agency@example.org"
    ada.save()

    sent = write(client, passes_address="on")

    assert sent.to == ["agency@example.org"]
    links = re.findall(r"/messages/\S+", sent.body)
    assert [one for one in links if not one.startswith("/messages/report/")] == [
        f"/messages/{ContactMessage.objects.get().pk}/"
    ]


def test_a_name_and_an_address_with_umlauts_can_be_answered_directly(client, ada):
    choose(client, ada, direct="1")

    sent = write(client, sender_name="Zoë, Köln", sender_email="zoe@köln.example", passes_address=1)

    [(name, address)] = getaddresses([str(sent.message()["Reply-To"])])
    assert str(make_header(decode_header(name))) == "Zoë, Köln"
    assert address == "zoe@xn--kln-sna.example"


def test_whether_an_answer_can_go_directly_is_looked_up_once(client, ada):
    choose(client, ada, direct="1")
    write(client, passes_address="on")
    message = ContactMessage.objects.get()

    with CaptureQueriesContext(connection) as run:
        client.get(f"/me/messages/{message.pk}/")

    assert sum("directory_directreply" in one["sql"] for one in run) == 1


def test_whoever_thinks_better_of_it_and_sends_again_does_not_pass_their_address_on(client, ada):
    choose(client, ada, direct="1")
    key = str(uuid4())
    post(client, passes_address="on", altcha="", key=key)

    post(client, altcha="", key=key)

    passing = ContactMessage.objects.order_by("pk").values_list("passes_address", flat=True)
    assert list(passing) == [True, False]
    assert len(mail.outbox) == 2


def test_a_closed_account_prefers_nothing(client, ada):
    choose(client, ada, direct="1")
    ada.contact_email = "agency@example.org"
    ada.save()
    ada.member.is_active = False
    ada.member.save()

    assert AGREE not in client.get(WRITE).text
    assert write(client, passes_address="on").reply_to == []
