"""An event whose sessions have their own seats, as people meet it who register for one."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup

from events.models import EventSeats, Registration
from events.registering.registration import (
    RegistrationClosed,
    cancel,
    register,
)
from tests.factories import events as make
from tests.factories.course import (
    FIRST,
    NOW,
    SECOND,
    THIRD,
    course,
    sessions_of,
    sign_up,
    standing,
    typed,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


def choices(page):
    """What the form says of each session, and what it sends."""
    form = BeautifulSoup(page.text, "html.parser").select("input[name=session]")
    return {one["value"]: " ".join(one.find_parent("label").text.split()) for one in form}


def test_each_session_has_its_own_seats_line_and_offers():
    event = course()
    ana, _ben, _cleo = sign_up(event, 0, "ana", "ben", "cleo")
    sign_up(event, 1, "dan", "eve", "fay")

    assert standing(event, 0) == {"ana": "confirmed", "ben": "waiting", "cleo": "waiting"}
    assert standing(event, 1) == {"dan": "confirmed", "eve": "confirmed", "fay": "waiting"}

    cancel(ana)
    assert standing(event, 0) == {"ana": "cancelled", "ben": "offered", "cleo": "waiting"}
    assert standing(event, 1)["fay"] == "waiting"


def test_the_same_address_registers_for_several_sessions_and_once_for_each():
    event = course()
    for number in (0, 1, 2, 2):
        sign_up(event, number, "ana")

    assert Registration.objects.filter(email="ana@example.org").count() == 3
    assert EventSeats.objects.get(pk=event.seats_id).taken == 3


def test_a_session_that_says_nothing_has_as_many_seats_as_the_event_and_else_any_number():
    event = course()
    sign_up(event, 2, "ana", "ben", "cleo", "dan")
    assert list(standing(event, 2).values()) == ["confirmed"] * 3 + ["waiting"]

    event.capacity = None
    event.save_revision().publish()
    sign_up(event, 2, "eve")
    assert standing(event, 2) == {
        **dict.fromkeys(("ana", "ben", "cleo"), "confirmed"),
        "dan": "offered",
        "eve": "confirmed",
    }


def test_the_form_asks_which_and_says_of_each_what_is_left(client, time_machine):
    event = course(language="en")
    sign_up(event, 0, "ana")
    page = client.get(f"{event.link}registration/")

    assert list(choices(page).values()) == [
        "Thursday 14 May 2026, 10:00–12:00 – full: waiting list",
        "Sunday 24 May 2026, 10:00–12:00 – 2 seats left",
        "Wednesday 3 June 2026, 10:00–12:00 – 3 seats left",
    ]
    time_machine.move_to(FIRST + make.DAY, tick=False)
    assert len(choices(client.get(f"{event.link}registration/"))) == 2


def test_somebody_registers_in_one_step_for_the_session_they_chose(client):
    event = course()
    assert client.post(f"{event.link}registration/", typed(event, 1)).status_code == 302

    assert standing(event, 1) == {"ana": "confirmed"}
    sent = client.get(f"{event.link}registration/sent/")
    assert f'href="{event.link}registration/"' in sent.text


@pytest.mark.parametrize("chosen", ["", "made-up", None])
def test_without_a_session_nobody_is_registered_and_it_is_said_beside_the_field(client, chosen):
    event = course()
    data = typed(event, 0) | {"session": chosen or ""}
    if chosen is None:
        del data["session"]
    away = client.post(f"{event.link}registration/", data)

    assert list(away.context["form"].errors) == ["session"]
    assert 'value="ana@example.org"' in away.text
    assert not Registration.objects.exists()


def test_a_session_that_is_over_takes_nobody(client, time_machine):
    event = course()
    found, (first, *_others) = sessions_of(event)
    time_machine.move_to(FIRST + make.DAY, tick=False)
    away = client.post(f"{event.link}registration/", typed(event, 0))

    assert list(away.context["form"].errors) == ["session"]
    for session in (first, None):
        with pytest.raises(RegistrationClosed):
            register(found, session=session, email="a@example.org", name="A")


def test_a_group_larger_than_the_chosen_session_is_told_so(client):
    event = course(max_persons=3)
    away = client.post(f"{event.link}registration/", typed(event, 1, persons="3"))
    assert list(away.context["form"].errors) == ["persons"]

    assert (
        client.post(f"{event.link}registration/", typed(event, 1, persons="2")).status_code == 302
    )
    assert standing(event, 1) == {"ana": "confirmed"}


def test_translations_share_the_seats_of_each_session():
    event = course()
    english = make.event(
        title="Course",
        slug="course",
        language="en",
        translation_of=event,
        registration="here",
        registration_for="session",
        capacity=3,
        sessions=[
            make.session(start, capacity=capacity)
            for start, capacity in ((FIRST, 1), (SECOND, 2), (THIRD, None))
        ],
    )
    sign_up(event, 0, "ana")
    sign_up(english, 0, "ben")

    assert standing(event, 0) == {"ana": "confirmed", "ben": "waiting"}
    assert EventSeats.objects.count() == 4


def test_a_copied_event_has_seats_of_its_own():
    event = course()
    sign_up(event, 0, "ana")
    copy = event.copy(update_attrs={"slug": "copie", "title": "Copie"}, keep_live=False)
    assert standing_keys(copy) == [None] * 3

    copy.save_revision().publish()
    assert not set(standing_keys(copy)) & set(standing_keys(event))
    sign_up(copy, 0, "ben")
    assert standing(copy, 0) == {"ben": "confirmed"}


def standing_keys(event):
    return [one.seats_id for one in sessions_of(event)[1]]
