"""An editor who changes an event is reminded of the people who registered for it."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from events.registering.registration import register
from tests.events.test_admin import form
from tests.factories import events as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
ROW = {"start": "2026-05-14 18:00", "end": "2026-05-14 20:00"}
SAID = "1 personne s’est inscrite et n’apprendra ce changement que si vous lui écrivez."


@pytest.fixture
def event(client, time_machine):
    time_machine.move_to(NOW, tick=False)
    client.force_login(get_user_model().objects.create_superuser("root@example.org", "demo"))
    start = dt.datetime(2026, 5, 14, 16, tzinfo=dt.UTC)
    place = {"venue": "Presse", "locality": "Clervaux"}
    return make.event(registration="here", capacity=5, sessions=[make.session(start)], **place)


def publish(client, event, row=ROW, **fields):
    pk = str(event.sessions.get().pk)
    data = form({"id": pk, "ORDER": "1", **row}, registration="here", capacity="5", **fields)
    data["sessions-INITIAL_FORMS"] = "1"
    return client.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), data, follow=True).text


@pytest.mark.parametrize(
    ("changes", "reminded"),
    [
        ({}, False),
        ({"title": "Autre titre"}, False),
        ({"row": ROW | {"start": "2026-05-14 19:00"}}, True),
        ({"venue": "Ailleurs"}, True),
        ({"state": "cancelled"}, True),
    ],
    ids=["nothing", "title", "hour", "place", "cancelled"],
)
def test_a_change_that_people_must_hear_of_reminds_to_write_to_them(
    event, client, changes, reminded
):
    register(event, email="ana@example.org", name="Ana")

    page = publish(client, event, **changes)

    assert (SAID in page) is reminded
    assert (reverse("event_write", args=[event.seats_id]) in page) is reminded


def test_nobody_is_written_to_of_a_draft_or_where_nobody_registered(event, client):
    later = {"row": ROW | {"start": "2026-05-14 19:00"}}
    assert "s’est inscrite" not in publish(client, event, **later)

    register(event, email="ana@example.org", name="Ana")
    assert "s’est inscrite" not in publish(client, event, **later | {"action-publish": ""})
