"""Checking people in at the door, on each day of an event."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from events.models import EventSeats, Registration
from events.registering.registration import cancel, confirm, register, send_to_line
from events.registering.ticket import registration_with, ticket_of
from tests.events.test_desk import address, person
from tests.factories import events as make
from tests.factories.accounts import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


@pytest.fixture
def event():
    page = make.event(title="Atelier", slug="atelier", registration="here", capacity=1)
    for name in ("ana", "ben", "cleo"):
        confirm(register(page, email=f"{name}@example.org", name=name))
    return page


def test_one_tap_checks_somebody_in_and_another_takes_it_back(editor, event):
    ana = person("ana")
    door = address("event_door", event)
    page = editor.get(door)
    assert [one.registration.name for one in page.context["rows"]] == ["ana"]

    def tap(here):
        return editor.post(door, {"registration": ana.pk, "here": here, "q": "an"})

    assert tap("yes")["Location"] == f"{door}?q=an#r{ana.pk}"
    (arrival,) = person("ana").arrivals.all()
    tap("yes")
    assert list(person("ana").arrivals.all()) == [arrival]
    assert editor.get(door).context["here"] == 1
    tap("no")
    assert not person("ana").arrivals.exists()
    assert editor.post(door, {"registration": person("ben").pk, "here": "yes"}).status_code == 404


def test_on_the_second_day_everybody_is_checked_in_anew_and_a_night_is_one_day(
    editor, event, time_machine
):
    door = address("event_door", event)
    evening = make.timezone.now().replace(hour=18, minute=0, second=0) + make.DAY

    def at(moment, here=None):
        time_machine.move_to(moment, tick=False)
        if here:
            editor.post(door, {"registration": person("ana").pk, "here": here})
        page = editor.get(door)
        (row,) = page.context["rows"]
        return page.context["here"], bool(row.since), [day.day for day in row.before]

    assert at(evening, "yes") == (1, True, [])
    assert at(evening + 5 * make.HOUR, "yes") == (1, True, [])
    assert at(evening + make.DAY) == (0, False, [evening.day])
    assert at(evening + make.DAY, "yes") == (1, True, [evening.day])
    assert "Déjà là le" in editor.get(door).text
    assert at(evening + make.DAY, "no") == (0, False, [evening.day])
    assert [one.at for one in person("ana").arrivals.all()] == [evening]
    table = editor.get(address("event_people", event) + "?export=csv").getvalue().decode()
    rows = csv.DictReader(StringIO(table.lstrip("\ufeff")))
    assert {row["Nom"]: row["Jours de présence"] for row in rows} == {
        "ana": "1",
        "ben": "0",
        "cleo": "0",
    }


def test_a_ticket_leads_an_editor_to_its_person_and_checks_nobody_in(editor, event):
    ana = person("ana")
    page = editor.get(reverse("event_ticket", args=[ticket_of(ana)]), follow=True)

    assert [one.registration.pk for one in page.context["rows"]] == [ana.pk]
    assert not person("ana").arrivals.exists()
    assert registration_with(f"{ana.pk}:made-up") is None
    code = editor.get(f"{event.link}registration/{ana.token}/ticket.svg")
    assert (code.status_code, code["Content-Type"]) == (200, "image/svg+xml")
    waiting = person("ben").token
    assert editor.get(f"{event.link}registration/{waiting}/ticket.svg").status_code == 404


def test_who_is_put_back_into_the_line_was_not_here(editor, event):
    editor.post(address("event_door", event), {"registration": person("ana").pk, "here": "yes"})

    send_to_line(person("ana"))

    assert not person("ana").arrivals.exists()


def test_who_cancels_and_registers_again_was_not_here(editor, event):
    ana = person("ana")
    editor.post(address("event_door", event), {"registration": ana.pk, "here": "yes"})
    EventSeats.objects.update(capacity=9)

    cancel(ana)
    register(event, email="ana@example.org", name="ana")

    assert not person("ana").arrivals.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_door_asks_as_often_for_one_as_for_three(
    editor, event, django_assert_num_queries, number
):
    page = make.event(title="Fête", slug="fete", registration="here", capacity=9)
    for n in range(number):
        confirm(register(page, email=f"{n}@example.org", name=f"n{n}"))
        Registration.objects.get(name=f"n{n}").arrivals.create(day=make.tomorrow())
    editor.get(address("event_door", page))

    with django_assert_num_queries(12):
        answer = editor.get(address("event_door", page))
    assert len(answer.context["rows"]) == number
