import re
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from directory.contact.delivery import deliver_message
from directory.contact.links import link
from directory.models import ContactMessage, ContactReply, DirectoryPage, ProfilePage
from tests.challenge import proof
from tests.factories.accounts import UserFactory

CREATIVE, SENDER = "creative@example.org", "sender@example.org"


@pytest.fixture
def profile(tree):
    directory = DirectoryPage.objects.get(locale__language_code="fr")
    member = UserFactory(email=CREATIVE, language="en")
    page = ProfilePage(title="Léa Hoffmann", slug="lea-hoffmann", member=member)
    directory.add_child(instance=page)
    page.save_revision().publish()
    return page


ADDRESS = "/en/directory/lea-hoffmann/contact/"


def typed(**changes):
    return {
        "sender_name": "Max Client",
        "sender_email": SENDER,
        "text": "Are you free in May?",
        "key": str(uuid4()),
        **changes,
    }


def links(message):
    return [
        address.removeprefix("http://127.0.0.1:8000")
        for address in re.findall(r"http\S+", message.body)
    ]


def whole(message):
    return message.message().as_string()


def test_a_proven_message_reaches_the_creative_without_any_address(client, profile):
    response = client.post(ADDRESS, typed(altcha=proof(client)))

    assert response["Location"] == "?done=sent"
    (sent,) = mail.outbox
    assert sent.to == [CREATIVE]
    assert SENDER not in whole(sent)
    assert "Are you free in May?" in sent.body
    assert sent.reply_to == []
    message = ContactMessage.objects.get()
    assert message.sent_at is not None


def test_without_a_proof_a_link_mailed_to_the_sender_confirms(client, profile):
    response = client.post(ADDRESS, typed())
    assert response["Location"] == "?done=confirm"
    (asked,) = mail.outbox
    assert asked.to == [SENDER]
    assert CREATIVE not in whole(asked)

    confirm = links(asked)[0]
    assert client.get(confirm).status_code == 200
    assert len(mail.outbox) == 1
    client.post(confirm)
    client.post(confirm)

    assert [message.to for message in mail.outbox] == [[SENDER], [CREATIVE]]


def test_a_proof_counts_once(client, profile):
    done = proof(client)
    client.post(ADDRESS, typed(altcha=done))

    response = client.post(ADDRESS, typed(altcha=done))

    assert response["Location"] == "?done=confirm"


def test_a_form_that_was_corrected_and_sent_again_is_another_message(client, profile):
    first = typed(sender_email="typo@exmaple.org")

    for form in (first, {**first, "sender_email": SENDER}, {**first, "sender_email": SENDER}):
        client.post(ADDRESS, form)

    assert [message.to for message in mail.outbox] == [["typo@exmaple.org"], [SENDER]]


def test_a_form_sent_twice_is_one_message(client, profile):
    data = typed(altcha=proof(client))

    answers = [client.post(ADDRESS, data)["Location"] for _click in range(2)]

    assert answers == ["?done=sent", "?done=sent"]
    assert len(mail.outbox) == ContactMessage.objects.count() == 1


def test_both_talk_without_seeing_an_address(client, profile):
    client.post(ADDRESS, typed(altcha=proof(client)))
    creative = Client()
    creative.force_login(profile.member, backend="django.contrib.auth.backends.ModelBackend")

    here = links(mail.outbox[0])[0]
    creative.post(here, {"text": "Yes, from the 4th.", "key": str(uuid4())})
    assert mail.outbox[1].to == [SENDER]
    assert CREATIVE not in whole(mail.outbox[1])
    assert "Yes, from the 4th." not in whole(mail.outbox[1])

    there = links(mail.outbox[1])[0]
    page = client.get(there)
    assert "Yes, from the 4th." in page.text
    assert CREATIVE not in page.text
    assert "no-store" in page["Cache-Control"]
    client.post(there, {"text": "Great!", "key": str(uuid4())})
    assert mail.outbox[2].to == [CREATIVE]
    assert SENDER not in whole(mail.outbox[2])
    assert SENDER not in creative.get(here).text
    creative.post(here, {"text": "See you there.", "key": str(uuid4())})
    assert "See you there." in whole(mail.outbox[3])
    assert [one.by_creative for one in ContactReply.objects.all()] == [True, False, True]


def test_a_colleague_at_the_contact_address_answers_by_link(client, profile):
    profile.contact_email = "office@example.org"
    profile.save_revision().publish()
    client.post(ADDRESS, typed(altcha=proof(client)))

    response = client.get(links(mail.outbox[0])[0])

    assert mail.outbox[0].to == ["office@example.org"]
    assert response.context["by_creative"] is True


def test_a_profile_that_nobody_keeps_has_no_contact_form(client, profile):
    profile.member = None
    profile.save_revision().publish()

    assert client.get(ADDRESS).status_code == 404


def test_a_profile_that_is_not_live_has_none_either(client, profile):
    profile.unpublish()

    assert client.get(ADDRESS).status_code == 404


def test_a_mail_that_could_not_leave_is_sent_later_once(client, profile, settings):
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = client.post(ADDRESS, typed(altcha=proof(client)))
    assert response["Location"] == "?done=sent"
    assert ContactMessage.objects.get().sent_at is None
    with pytest.raises(CommandError):
        call_command("deliver_messages")

    settings.EMAIL_BACKEND = works
    call_command("deliver_messages")
    call_command("deliver_messages")
    deliver_message.call(ContactMessage.objects.get().pk)

    assert len(mail.outbox) == 1


def test_a_reported_message_is_for_editors_to_read(client, profile):
    admin_client = Client()
    admin_client.force_login(
        UserFactory(administrator=True), backend="django.contrib.auth.backends.ModelBackend"
    )
    client.post(ADDRESS, typed(altcha=proof(client)))
    message = ContactMessage.objects.get()
    unreported = admin_client.get(f"/admin/reported_messages/inspect/{message.pk}/", follow=True)
    assert unreported.status_code == 404

    client.post(links(mail.outbox[0])[1], {"reported_because": "Insults."})

    page = admin_client.get("/admin/reported_messages/")
    assert "Insults." in page.text
    inspected = admin_client.get(f"/admin/reported_messages/inspect/{message.pk}/")
    assert "Are you free in May?" in inspected.text
    assert SENDER not in page.text + inspected.text


@pytest.mark.parametrize("purpose", ["sender", "creative", "confirm", "report"])
def test_a_link_opens_only_what_it_was_made_for(client, profile, purpose):
    client.post(ADDRESS, typed())
    token = link(ContactMessage.objects.get(), purpose, language="en").split("/")[-2]
    opens = {"sender": "", "creative": "", "confirm": "confirm/", "report": "report/"}

    found = {
        part
        for part in ("", "confirm/", "report/")
        if client.get(f"/messages/{part}{token}/").status_code == 200
    }

    assert found == {opens[purpose]}


@pytest.mark.parametrize("token", ["nonsense", "a:b:c", "%00", "é" * 300, "WzEsInNlbmRlciJd:x:y"])
@pytest.mark.parametrize("part", ["", "confirm/", "report/"])
def test_a_broken_link_is_explained(client, profile, token, part):
    for method in (client.get, client.post):
        assert method(f"/messages/{part}{token}/").status_code == 404


def test_a_member_reads_their_own_messages_only(client, profile):
    client.post(ADDRESS, typed(altcha=proof(client)))
    pk = ContactMessage.objects.get().pk
    for user, status in ((profile.member, 200), (UserFactory(), 404)):
        reader = Client()
        reader.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        assert reader.get(f"/me/messages/{pk}/").status_code == status
    assert client.get(f"/me/messages/{pk}/").status_code == 302


HOSTILE = [
    ("sender_name", "Max\r\nBcc: victim@example.org"),
    ("sender_name", "Max\x00"),
    ("sender_name", "x" * 200),
    ("sender_email", "a@example.org\r\nBcc: victim@example.org"),
    ("sender_email", "a@example.org,b@example.org"),
    ("sender_email", "nobody"),
    ("text", ""),
    ("text", "\x00"),
    ("text", "x" * 5_000_000),
]


@pytest.mark.parametrize(("field", "value"), HOSTILE, ids=range(len(HOSTILE)))
def test_bad_input_is_explained_next_to_its_field_and_the_rest_kept(client, profile, field, value):
    response = client.post(ADDRESS, typed(**{field: value}))

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert (mail.outbox, ContactMessage.objects.count()) == ([], 0)
    kept = "Are you free in May?" if field == "sender_name" else "Max Client"
    assert kept in response.text


@pytest.mark.parametrize("altcha_value", ["x", "e30=", "W10=", "bnVsbA==", "\x00", "x" * 100_000])
def test_a_made_up_proof_proves_nothing(client, profile, altcha_value):
    response = client.post(ADDRESS, typed(altcha=altcha_value))

    assert response.status_code in (200, 302)
    assert CREATIVE not in [to for message in mail.outbox for to in message.to]


@pytest.mark.parametrize("key", ["", "x", "\x00", "0" * 5000])
def test_a_made_up_key_does_no_harm(client, profile, key):
    assert client.post(ADDRESS, typed(key=key, altcha=proof(client))).status_code in (200, 302)


def test_the_trap_for_machines_takes_what_they_fill_in(client, profile):
    response = client.post(ADDRESS, typed(website="https://example.org", altcha=proof(client)))

    assert response["Location"] == "?done=sent"
    assert (mail.outbox, ContactMessage.objects.count()) == ([], 0)


def test_who_writes_to_everyone_is_asked_to_wait(client, profile):
    with time_machine.travel("2026-01-01 12:00", tick=False):
        answers = [client.post(ADDRESS, typed(text="")).status_code for _attempt in range(11)]

    assert answers == [200] * 10 + [429]


def test_a_form_from_elsewhere_is_refused(profile):
    stranger = Client(enforce_csrf_checks=True)

    assert stranger.post(ADDRESS, typed()).status_code == 403
