"""Who is offered a seat that becomes free, until when, and what comes after."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse

from events.deadlines import offer_deadline
from events.models import EventPage, EventSeats, Registration
from events.registering.line import put
from events.registering.registration import accept, cancel, confirm, open_more, register
from events.registering.tending import send_letters
from tests.factories import events as make
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


def workshop(capacity=1, days=30, **fields):
    return make.event(
        title="Atelier",
        slug="atelier",
        registration="here",
        capacity=capacity,
        sessions=[make.session(NOW + days * make.DAY)],
        **fields,
    )


def sign_up(event, *names, **fields):
    return [register(event, email=f"{n}@example.org", name=n, **fields) for n in names]


def standing(event):
    found = Registration.objects.filter(seats=event.seats_id)
    return {one.name: one.status for one in found}


def taken(event):
    return EventSeats.objects.get(pk=event.seats_id).taken


@pytest.mark.parametrize(
    ("left", "hours"),
    [
        (30 * make.DAY, 48),
        (2 * make.DAY, 24),
        (4 * HOUR, 2),
        (HOUR * 1.5, 1),
        (HOUR / 2, 0.5),
    ],
)
def test_an_offer_is_shorter_the_nearer_the_event(left, hours):
    starts = NOW + left
    assert offer_deadline(NOW, starts, starts + HOUR) == NOW + hours * HOUR


def test_an_offer_taken_up_in_time_is_a_confirmed_seat(django_capture_on_commit_callbacks):
    event = workshop()
    ana, _ben, _cleo = sign_up(event, "ana", "ben", "cleo")
    with django_capture_on_commit_callbacks(execute=True):
        cancel(ana)

    told = {one.to[0]: one for one in mail.outbox}
    assert sorted(told) == ["ana@example.org", "ben@example.org"]
    assert "6 mai 2026, 10:00" in told["ben@example.org"].body
    assert taken(event) == 1

    ben = accept(Registration.objects.get(name="ben"))
    assert (ben.status, ben.verified_at, ben.offer_until) == ("confirmed", NOW, None)
    assert standing(event) == {"ana": "cancelled", "ben": "confirmed", "cleo": "waiting"}


@pytest.mark.parametrize("touch", [open_more, lambda event: sign_up(event, "dan")])
def test_an_offer_that_nobody_takes_up_goes_to_the_next(time_machine, touch):
    event = workshop()
    ana, ben, _cleo = sign_up(event, "ana", "ben", "cleo")
    cancel(ana)
    send_letters(NOW)
    time_machine.shift(49 * HOUR)
    touch(event)

    found = standing(event)
    assert (found["ben"], found["cleo"]) == ("cancelled", "offered")
    ben = accept(ben)
    assert (ben.status, ben.offer_ran_out) == ("cancelled", True)


def test_who_declines_lets_the_next_have_it():
    event = workshop()
    ana, ben, _cleo = sign_up(event, "ana", "ben", "cleo")
    cancel(ana)
    cancel(ben)

    assert standing(event) == {"ana": "cancelled", "ben": "cancelled", "cleo": "offered"}
    assert taken(event) == 1


def test_confirmed_addresses_are_offered_first_and_no_seat_stays_empty_for_the_others():
    event = workshop(capacity=2)
    ana, bob, _typed, cleo = sign_up(event, "ana", "bob", "typed", "cleo")
    confirm(cleo)
    cancel(ana)
    assert standing(event)["cleo"] == "offered"

    cancel(bob)
    assert standing(event)["typed"] == "offered"


def test_nobody_is_offered_a_seat_of_a_cancelled_event():
    event = workshop()
    ana, _ben = sign_up(event, "ana", "ben")
    event.state = "cancelled"
    event.save_revision().publish()
    cancel(ana)

    assert standing(event) == {"ana": "cancelled", "ben": "waiting"}


def test_a_group_waits_as_a_whole_and_is_not_overtaken():
    event = workshop(capacity=4, max_persons=3)
    sign_up(event, "ana", "ben")
    confirm(*sign_up(event, "trio", persons=3))
    sign_up(event, "dan")
    assert standing(event) == {
        "ana": "confirmed",
        "ben": "confirmed",
        "trio": "waiting",
        "dan": "waiting",
    }

    cancel(Registration.objects.get(name="ana"))
    assert (standing(event)["trio"], taken(event)) == ("offered", 4)


def test_a_group_whose_address_is_not_confirmed_holds_up_nobody():
    event = workshop(capacity=2, max_persons=2)
    (ana,) = sign_up(event, "ana")
    confirm(ana)
    sign_up(event, "typed", persons=2)
    sign_up(event, "dan")
    assert standing(event) == {"ana": "confirmed", "typed": "waiting", "dan": "confirmed"}

    sign_up(event, "eve")
    cancel(ana)
    assert standing(event)["eve"] == "offered"


def test_a_group_larger_than_the_room_became_holds_up_nobody(client):
    event = workshop(capacity=3, max_persons=3)
    (ana,) = sign_up(event, "ana")
    confirm(*sign_up(event, "trio", persons=3))
    event.capacity = 2
    event.save_revision().publish()
    assert EventPage.objects.get().most_persons == 2

    sign_up(event, "dan", "eve")
    cancel(ana)
    assert standing(event) == {
        "ana": "cancelled",
        "trio": "waiting",
        "dan": "confirmed",
        "eve": "offered",
    }
    client.force_login(MemberFactory(email="editor@example.org", editor=True))
    people = client.get(reverse("event_people", args=[event.seats_id])).text
    assert people.count("plus de personnes que de places") == 1


def test_where_people_register_elsewhere_nothing_is_offered_and_mailed_links_work(client):
    event = workshop()
    ana, ben, _cleo = sign_up(event, "ana", "ben", "cleo")
    cancel(ana)
    event.registration = "none"
    event.save_revision().publish()
    link = f"{event.link}registration/"
    assert client.get(link).status_code == 404
    assert client.get(f"{link}{ben.token}/").status_code == 200

    client.post(f"{link}{ben.token}/", {"action": "cancel"})
    assert standing(event) == {"ana": "cancelled", "ben": "cancelled", "cleo": "waiting"}


@pytest.mark.parametrize("end", ["cancelled", "over"])
def test_no_seat_is_accepted_or_confirmed_once_the_event_is_cancelled_or_over(
    client, time_machine, end
):
    event = workshop(capacity=2, days=1)
    ana, dan, ben = sign_up(event, "ana", "dan", "ben")
    cancel(ana)
    if end == "over":
        time_machine.shift(2 * make.DAY)
    else:
        event.state = end
        event.save_revision().publish()

    assert (accept(ben).status, confirm(dan).verified_at) == ("offered", None)
    buttons = client.get(f"{event.link}registration/{ben.token}/").text
    assert ('value="accept"' in buttons, 'value="cancel"' in buttons) == (False, True)


def test_a_change_of_status_leaves_alone_what_others_changed():
    event = workshop(capacity=2)
    (ana,) = sign_up(event, "ana")
    Registration.objects.update(name="Ana", answers={"q": 1})
    put(ana.seats, ana, "cancelled")

    kept = Registration.objects.get()
    assert (kept.name, kept.answers, kept.status) == ("Ana", {"q": 1}, "cancelled")


def test_accepting_and_declining_work_from_the_letters_page(client):
    event = workshop()
    ana, ben, _cleo = sign_up(event, "ana", "ben", "cleo")
    cancel(ana)
    address = f"{event.link}registration/{ben.token}/"

    assert 'value="accept"' in client.get(address).text
    client.post(address, {"action": "accept"})
    assert standing(event)["ben"] == "confirmed"
    assert 'value="accept"' not in client.get(address).text
