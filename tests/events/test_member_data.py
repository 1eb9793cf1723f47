"""Registrations are a member's data too, though no account is needed to make one."""

import datetime as dt
import json
import zipfile
from io import BytesIO

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from cluster.accounts.privacy import archive, delete_everything
from events.models import EventSeats, Registration
from events.registering.registration import confirm, register
from tests.factories import events as make
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)


@pytest.fixture
def member(time_machine):
    time_machine.move_to(NOW, tick=False)
    user = UserFactory(email="ada@example.org")
    EmailAddress.objects.create(user=user, email="Lux@example.org", verified=True)
    EmailAddress.objects.create(user=user, email="typed@example.org", verified=False)
    return user


def workshop(**fields):
    return make.event(title="Atelier", slug="atelier", registration="here", capacity=1, **fields)


def left():
    return list(Registration.objects.values_list("email", "status"))


def test_the_export_holds_what_was_registered_with_a_proven_address(member):
    event = workshop()
    asked = {"q1": {"place": 0, "question": "Was essen Sie?", "answer": "Alles"}}
    agreed = {"answers": asked, "consent": "Fotos sind recht."}
    confirm(register(event, email="lux@example.org", name="Ada", language="de", **agreed))
    for other in ("typed@example.org", "ben@example.org"):
        register(event, email=other, name="Ben")

    with zipfile.ZipFile(BytesIO(archive(member))) as pack:
        data = json.loads(pack.read("data.json"))

    assert data["registrations"] == [
        {
            "event": "Atelier",
            "session": None,
            "name": "Ada",
            "email": "lux@example.org",
            "language": "de",
            "persons": 1,
            "status": "confirmed",
            "registered_at": "2026-05-04T08:00:00Z",
            "seated_at": "2026-05-04T08:00:00Z",
            "verified_at": "2026-05-04T08:00:00Z",
            "offer_until": None,
            "arrivals": [],
            "consent": "Fotos sind recht.",
            "consented_at": "2026-05-04T08:00:00Z",
            "answers": {"Was essen Sie?": "Alles"},
        }
    ]


def test_who_deletes_everything_gives_the_seat_to_the_first_who_waits(
    member, django_capture_on_commit_callbacks
):
    event = workshop()
    for email in ("ada@example.org", "lux@example.org", "typed@example.org", "ben@example.org"):
        register(event, email=email, name="N")
    with django_capture_on_commit_callbacks(execute=True):
        delete_everything(member)

    assert left() == [("typed@example.org", "offered"), ("ben@example.org", "waiting")]
    assert EventSeats.objects.get(pk=event.seats_id).taken == 1
    assert [one.to for one in mail.outbox] == [["ada@example.org"], ["typed@example.org"]]


def test_nobody_moves_up_in_what_is_over(member, time_machine):
    event = workshop()
    confirm(register(event, email="ada@example.org", name="Ada"))
    register(event, email="ben@example.org", name="Ben")
    time_machine.move_to(NOW + 9 * make.DAY, tick=False)
    delete_everything(member)

    assert left() == [("ben@example.org", "waiting")]
    assert EventSeats.objects.get(pk=event.seats_id).taken == 0
