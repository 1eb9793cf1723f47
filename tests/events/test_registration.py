import datetime as dt
import re

import pytest
from django.core import mail
from django.utils import timezone

from events.models import EventSeats, Registration
from events.registering.registration import RegistrationClosed, cancel, confirm, register
from events.registering.tending import send_letters
from tests.factories import events as make

SITE = "http://127.0.0.1:8000"


def open_event(capacity=1, **fields):
    fields.setdefault("slug", "atelier")
    return make.event(title="Atelier", registration="here", capacity=capacity, **fields)


def statuses(event):
    return list(Registration.objects.filter(seats=event.seats_id).values_list("email", "status"))


@pytest.mark.django_db
def test_the_first_get_seats_and_the_rest_wait_in_order(tree):
    event = open_event(capacity=2)
    for number in range(4):
        register(event, email=f"{number}@example.org", name="N")

    assert statuses(event) == [
        ("0@example.org", "confirmed"),
        ("1@example.org", "confirmed"),
        ("2@example.org", "waiting"),
        ("3@example.org", "waiting"),
    ]
    assert EventSeats.objects.get(pk=event.seats_id).left == 0


@pytest.mark.django_db
def test_the_same_address_is_counted_once_whatever_its_case(tree):
    event = open_event(capacity=5)
    register(event, email="Ana@Example.org", name="Ana")
    register(event, email="ana@example.org", name="Ana")

    assert statuses(event) == [("ana@example.org", "confirmed")]
    assert EventSeats.objects.get(pk=event.seats_id).taken == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["Eve\n\nYou won!", "Eve https://example.org", "www.win.lu", "win.lu", "Eve@Win.Lu"]
)
def test_a_mail_to_somebody_else_carries_no_words_of_who_registers(tree, client, name):
    event = open_event()
    away = client.post(f"{event.link}registration/", {"name": name, "email": "vi@example.org"})

    assert away.status_code == 200
    assert list(away.context["form"].errors) == ["name"]
    assert statuses(event) == []


@pytest.mark.django_db
def test_five_mails_an_hour_go_to_an_address_however_it_is_written(tree, client):
    event = open_event(capacity=50)
    spelt = [f"{'v' * n}{'V' * (7 - n)}@example.org" for n in range(7)]

    answers = [
        client.post(f"{event.link}registration/", {"name": "Vi", "email": one}).status_code
        for one in spelt
    ]

    assert answers == [302] * 5 + [429] * 2


@pytest.mark.django_db
def test_a_seat_given_back_is_offered_to_the_first_who_waits(tree):
    event = open_event(capacity=1)
    first = register(event, email="1@example.org", name="N")
    register(event, email="2@example.org", name="N")
    register(event, email="3@example.org", name="N")

    cancel(first)
    cancel(first)

    assert statuses(event) == [
        ("1@example.org", "cancelled"),
        ("2@example.org", "offered"),
        ("3@example.org", "waiting"),
    ]
    assert EventSeats.objects.get(pk=event.seats_id).taken == 1


@pytest.mark.django_db
def test_who_comes_back_after_cancelling_waits_behind_the_others(tree):
    event = open_event(capacity=1)
    first = register(event, email="1@example.org", name="N")
    register(event, email="2@example.org", name="N")
    cancel(first)
    register(event, email="1@example.org", name="N")

    assert statuses(event) == [("2@example.org", "offered"), ("1@example.org", "waiting")]


@pytest.mark.django_db
def test_a_seat_that_nobody_confirmed_in_two_days_goes_to_the_next(tree, time_machine):
    time_machine.move_to(dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC), tick=False)
    event = open_event(sessions=[make.session(dt.datetime(2026, 3, 9, 18, tzinfo=dt.UTC))])
    register(event, email="1@example.org", name="N")
    second = register(event, email="2@example.org", name="N")
    confirm(second)
    send_letters(timezone.now())
    time_machine.shift(3 * make.DAY)
    register(event, email="3@example.org", name="N")

    assert statuses(event) == [
        ("1@example.org", "cancelled"),
        ("2@example.org", "offered"),
        ("3@example.org", "waiting"),
    ]


@pytest.mark.django_db
def test_more_seats_are_offered_to_those_who_wait(tree):
    event = open_event(capacity=1)
    for number in range(3):
        register(event, email=f"{number}@example.org", name="N")
    event.capacity = 2
    event.save_revision().publish()

    assert [status for _email, status in statuses(event)] == ["confirmed", "offered", "waiting"]


@pytest.mark.django_db
def test_translations_share_their_seats(tree):
    event = open_event(capacity=1)
    english = open_event(capacity=1, language="en", translation_of=event)
    register(event, email="1@example.org", name="N")
    register(english, email="2@example.org", name="N")

    assert [status for _email, status in statuses(event)] == ["confirmed", "waiting"]


@pytest.mark.django_db
def test_editors_know_an_event_by_its_title_in_the_language_of_the_site(tree):
    french = make.event(title="Gravure", slug="gravure", registration="here")
    make.event(title="Radierung", slug="radierung", language="de", translation_of=french)

    assert EventSeats.objects.get().title == "Gravure"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [{"state": "cancelled"}, {"state": "postponed"}, {"registration": "none"}],
    ids=lambda fields: next(iter(fields.values())),
)
def test_a_closed_event_takes_nobody(tree, fields):
    event = open_event()
    for name, value in fields.items():
        setattr(event, name, value)

    with pytest.raises(RegistrationClosed):
        register(event, email="1@example.org", name="N")


@pytest.mark.django_db
def test_the_whole_way_on_the_site(client, tree, django_capture_on_commit_callbacks):
    open_event(capacity=50)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            "/fr/agenda/atelier/registration/", {"name": "Ana", "email": "ana@example.org"}
        )
    assert response.status_code == 302
    assert response["Location"] == "/fr/agenda/atelier/registration/sent/"
    assert client.get(response["Location"]).status_code == 200

    (sent,) = mail.outbox
    assert sent.to == ["ana@example.org"]
    assert [name for name, _content, _type in sent.attachments] == ["event.ics", "ticket.png"]
    link = re.search(rf"{SITE}(\S+/registration/\S+/)", sent.body)[1]

    client.get(link)
    registration = Registration.objects.get()
    assert registration.verified_at is None
    assert client.post(link, {"action": "confirm"}).status_code == 302
    registration.refresh_from_db()
    assert registration.verified_at is not None
    client.post(link, {"action": "cancel"})
    registration.refresh_from_db()
    assert registration.status == "cancelled"


@pytest.mark.django_db
def test_a_mistake_is_said_beside_the_field_and_the_input_kept(client, tree):
    open_event()
    response = client.post("/fr/agenda/atelier/registration/", {"name": "Ana", "email": "ana@"})

    assert response.status_code == 200
    assert 'value="Ana"' in response.text
    assert 'value="ana@"' in response.text
    assert 'aria-invalid="true"' in response.text
    assert not Registration.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "sent", "%00", "a" * 500])
def test_an_unknown_link_shows_nothing(client, tree, token):
    open_event()
    expected = 200 if token == "sent" else 404

    assert client.get(f"/fr/agenda/atelier/registration/{token}/").status_code == expected


@pytest.mark.django_db
@pytest.mark.parametrize("most", [{600: 20, 86_400: 99}, {600: 99, 86_400: 20}], ids=str)
def test_one_network_cannot_register_without_end(client, tree, monkeypatch, most, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC), tick=False)
    monkeypatch.setattr("events.views.FROM_A_NETWORK", most)
    open_event(capacity=50)
    answers = [
        client.post(
            "/fr/agenda/atelier/registration/", {"name": "N", "email": f"{n}@example.org"}
        ).status_code
        for n in range(21)
    ]

    assert answers == [302] * 20 + [429]


@pytest.mark.django_db
def test_another_language_is_the_same_page_of_a_registration(client, tree):
    event = open_event(max_persons=2)
    english = make.event(
        title="Workshop", slug="workshop", language="en", translation_of=event, registration="here"
    )
    token = register(event, email="ana@example.org", name="Ana").token
    for below in ("", "sent/", f"{token}/"):
        page = client.get(f"{event.link}registration/{below}")
        assert f'href="{english.link}registration/{below}"' in page.text
        assert client.get(f"{english.link}registration/{below}").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, (True, True)),
        ({"format": "online"}, (True, False)),
        ({"state": "postponed"}, (True, True)),
        ({"state": "cancelled"}, (False, False)),
        ({"days": -1}, (False, False)),
    ],
    ids=str,
)
def test_the_link_and_the_code_for_the_door_are_there_while_they_are_of_use(
    client, tree, fields, shown
):
    fields = {"format": "hybrid", "days": 9} | fields
    event = open_event(online_url="https://meet.example.org/")
    token = register(event, email="ana@example.org", name="Ana").token
    start = timezone.now() + fields.pop("days") * make.DAY
    event.sessions.set([make.session(start)])
    for name, value in fields.items():
        setattr(event, name, value)
    event.save_revision().publish()

    page = client.get(f"{event.link}registration/{token}/").text
    assert ("https://meet.example.org/" in page, "ticket.svg" in page) == shown


@pytest.mark.django_db
def test_a_full_event_that_takes_nobody_offers_no_waiting_list(client, tree):
    event = open_event()
    register(event, email="ana@example.org", name="Ana")
    form = f"{event.link}registration/"
    waiting = "S’inscrire sur la liste d’attente"
    assert waiting in client.get(form).text

    EventSeats.objects.update(closed=True)
    assert waiting not in client.get(form).text


@pytest.mark.django_db
@pytest.mark.parametrize(("closed", "promised"), [(False, True), (True, False)])
def test_a_link_is_promised_while_somebody_can_register(client, tree, closed, promised):
    event = open_event(format="online", online_url="https://meet.example.org/")
    EventSeats.objects.update(closed=closed)

    assert ("Vous recevez le lien" in client.get(event.link).text) is promised
