"""Seats at a date that does not take place."""

import pytest
from allauth.account.models import EmailAddress
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from events.models import EventSession, Registration
from events.registering.changes import _told_of
from events.registering.registration import RegistrationClosed, cancel, confirm, register
from events.registering.tending import remind, send_letters
from tests.factories import events as make
from tests.factories.course import (
    FIRST,
    NOW,
    call_off,
    course,
    sessions_of,
    sign_up,
    standing,
    weekly,
)
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


def test_seats_of_an_event_all_of_whose_dates_are_called_off_go_to_nobody():
    event = make.event(
        slug="cours", registration="here", capacity=1, sessions=[make.session(NOW + 9 * make.DAY)]
    )
    ana, ben = (register(event, email=f"{n}@example.org", name=n) for n in ("ana", "ben"))
    call_off(event, 0)

    cancel(ana)

    assert Registration.objects.get(pk=ben.pk).status == "waiting"
    assert confirm(ben).verified_at is None


def test_nobody_can_register_for_it_and_its_seats_are_not_offered(client):
    event = course()
    sign_up(event, 0, "ana", "ben")
    event = call_off(event, 0)

    form = client.get(f"{event.link}registration/").context["form"]
    assert str(event.sessions.all()[0].uid) not in dict(form.fields["session"].choices)
    with pytest.raises(RegistrationClosed):
        register(event, session=event.sessions.all()[0], email="cleo@example.org", name="C")
    client.post(f"{event.link}registration/{_token(event, 'ana')}/", {"action": "cancel"})
    assert standing(event, 0) == {"ana": "cancelled", "ben": "waiting"}
    assert (event.seats_left, event.all_seats) == (5, 6)


def test_who_registered_for_it_reads_so_and_the_next_letter_takes_it_out_of_the_calendar(client):
    event = course()
    sign_up(event, 0, "ana")
    send_letters(NOW)
    mail.outbox.clear()
    event = call_off(event, 0)

    page = client.get(f"{event.link}registration/{_token(event, 'ana')}/").text
    assert "Cette date n’a plus lieu" in page
    client.post(f"{event.link}registration/{_token(event, 'ana')}/", {"action": "cancel"})
    send_letters(NOW)
    (letter,) = mail.outbox
    assert Calendar.from_ical(letter.attachments[0][1])["method"] == "CANCEL"


def test_who_registered_for_all_of_them_is_told_which_one_does_not_take_place(client):
    event = make.event(
        slug="cours",
        registration="here",
        sessions=[make.session(make.timezone.now() + day * make.DAY) for day in (1, 8)],
    )
    event = call_off(event, 0)
    person = register(event, email="ana@example.org", name="Ana")
    send_letters(NOW)

    (letter,) = mail.outbox
    first, second = letter.body.split("\n\n")[2].split("\n")[:2]
    assert (first.endswith("– Annulé"), second.endswith("– Annulé")) == (True, False)
    entries = Calendar.from_ical(letter.attachments[0][1]).events
    assert [one["status"] for one in entries] == ["CANCELLED", "CONFIRMED"]
    page = BeautifulSoup(
        client.get(f"{event.link}registration/{person.token}/").text, "html.parser"
    )
    assert len(page.select(".event-sessions .event-state--cancelled")) == 1


def test_an_editor_is_reminded_that_people_do_not_hear_of_it():
    event = weekly()
    before = _told_of(event)

    assert _told_of(call_off(event, 0)) != before


def test_a_translation_that_is_behind_gives_no_seat_for_it_either():
    event = course()
    ana, _ben = sign_up(event, 0, "ana", "ben")
    _event, sessions = sessions_of(event)
    again = [make.session(one.start, uid=one.uid, capacity=one.capacity) for one in sessions]
    behind = make.event(
        slug="course",
        language="en",
        translation_of=event,
        sessions=again,
        registration="here",
        registration_for="session",
    )
    call_off(event, 0)

    cancel(ana)
    behind, sessions = sessions_of(behind)
    with pytest.raises(RegistrationClosed):
        register(behind, session=sessions[0], email="cleo@example.org", name="C")
    assert standing(event, 0) == {"ana": "cancelled", "ben": "waiting"}
    assert [one.takes_place for one in event.seats.parts] == [False, True, True]


def test_nobody_is_reminded_of_it_until_it_takes_place_again(time_machine):
    event = course()
    (ana,) = sign_up(event, 0, "ana")
    confirm(ana)
    send_letters(NOW)
    call_off(event, 0)
    time_machine.move_to(FIRST - 20 * make.HOUR, tick=False)

    assert remind(make.timezone.now()) == 0
    EventSession.objects.update(cancelled=False)
    assert remind(make.timezone.now()) == 1


@pytest.mark.usefixtures("editor")
def test_the_door_expects_nobody_who_registered_for_it(client):
    event = course()
    for number, name in enumerate(("ana", "ben")):
        confirm(sign_up(event, number, name)[0])
    event = call_off(event, 0)

    page = client.get(reverse("event_door", args=[event.seats_id]))

    assert [one.registration.name for one in page.context["rows"]] == ["ben"]
    assert page.context["expected"] == 1


def test_a_member_sees_in_their_space_that_it_does_not_take_place(client):
    member = MemberFactory()
    event = course()
    sign_up(event, 0, member.email.partition("@")[0])
    Registration.objects.update(email=member.email)
    EmailAddress.objects.get_or_create(user=member, email=member.email, verified=True)
    call_off(event, 0)
    client.force_login(member)

    client.get("/me/")  # leads to the profile, once
    assert "n’a pas lieu" in client.get("/me/").text


def _token(event, name):
    sessions = EventSession.objects.filter(page=event).values("seats")
    found = event.seats.people.filter(seats__in=sessions, email=f"{name}@example.org")
    return found.get().token
