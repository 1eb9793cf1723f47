"""Sessions are moved, removed and written anew without losing who registered for them."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from events.models import EventPage, EventSeats, EventSession, Registration
from events.registering.registration import cancel, confirm, register
from events.registering.tending import remind, send_letters
from tests.events.test_admin import form
from tests.factories import events as make
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
FIRST, SECOND = (NOW + days * make.DAY for days in (10, 20))


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def editor(client):
    client.force_login(MemberFactory(email="editor@example.org", editor=True))
    return client


def course(**fields):
    usual = {"registration": "here", "registration_for": "session", "capacity": 2}
    sessions = [make.session(FIRST), make.session(SECOND)]
    return make.event(title="Cours", slug="cours", sessions=sessions, **usual | fields)


def sign_up(event, number, name):
    event = EventPage.objects.for_details().get(pk=event.pk)
    session = event.sessions.all()[number] if event.per_session else None
    return confirm(register(event, session=session, email=f"{name}@example.org", name=name))


def row(session, **different):
    return {
        "id": session.pk or "",
        "start": f"{session.start:%Y-%m-%d %H:%M}",
        "end": f"{session.end:%Y-%m-%d %H:%M}",
        "capacity": "",
        **different,
    }


def save(editor, event, *rows, **fields):
    usual = {
        "slug": "cours",
        "registration": "here",
        "registration_for": "session",
        "capacity": "2",
    }
    data = form(*rows, **usual | fields)
    data["sessions-INITIAL_FORMS"] = str(sum(bool(one["id"]) for one in rows))
    return editor.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), data)


def hours(event):
    """As the form's rows, in Luxembourg's hours."""
    shift = dt.timedelta(hours=2)
    found = list(event.sessions.all())
    for one in found:
        one.start, one.end = one.start + shift, one.end + shift
    return found


def live_starts():
    return list(EventSession.objects.order_by("start").values_list("start", flat=True))


def test_an_editor_says_for_which_people_register_and_how_many_each_session_has(editor):
    agenda = make.agenda()
    rows = [
        {"start": "2026-05-14 18:00", "end": "2026-05-14 20:00", "capacity": "5"},
        {"start": "2026-05-15 18:00", "end": "2026-05-15 20:00", "capacity": ""},
    ]
    data = form(*rows, registration="here", registration_for="session", capacity="7")
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", agenda.pk])
    assert editor.post(address, data).status_code == 302

    event = EventPage.objects.get()
    assert [one.seats.capacity for one in event.sessions.all()] == [5, 7]
    assert event.seats.capacity == 12


def test_a_session_people_registered_for_is_not_removed_and_the_message_says_who_and_when(editor):
    event = course()
    sign_up(event, 0, "ana")
    first, second = hours(event)
    answer = save(editor, event, row(first, DELETE="on"), row(second))

    assert answer.status_code == 200
    said = " ".join(answer.context["form"].formsets["sessions"].non_form_errors())
    assert ("14 mai 2026" in said, said.startswith("1 ")) == (True, True)
    assert live_starts() == [FIRST, SECOND]

    cancel(Registration.objects.get())
    assert save(editor, event, row(first, DELETE="on"), row(second)).status_code == 302
    assert live_starts() == [SECOND]


def test_a_session_nobody_registered_for_is_removed(editor):
    event = course()
    sign_up(event, 0, "ana")
    first, second = hours(event)

    assert save(editor, event, row(first), row(second, DELETE="on")).status_code == 302
    assert live_starts() == [FIRST]


def test_a_copy_gets_other_dates_though_people_registered_for_those_of_the_first_event(editor):
    event = course()
    sign_up(event, 0, "ana")
    copy = event.copy(update_attrs={"slug": "copie", "title": "Copie"}, keep_live=False)
    first, second = hours(copy)

    removed = save(editor, copy, row(first, DELETE="on"), row(second), slug="copie")
    assert removed.status_code == 302
    assert live_starts() == [FIRST, SECOND, SECOND]


def test_a_session_that_is_moved_takes_its_people_along(editor, time_machine):
    event = course()
    ana = sign_up(event, 0, "ana")
    first, second = hours(event)
    later = {"start": "2026-05-16 20:00", "end": "2026-05-16 22:00"}
    assert save(editor, event, row(first, **later), row(second)).status_code == 302

    ana.refresh_from_db()
    moved = dt.datetime(2026, 5, 16, 18, tzinfo=dt.UTC)
    assert (ana.status, ana.seats.start) == ("confirmed", moved)
    assert live_starts() == [moved, SECOND]
    send_letters(NOW)
    day_before = moved - make.DAY / 2
    time_machine.move_to(day_before, tick=False)
    assert remind(day_before) == 1
    send_letters(day_before)
    assert "16 mai 2026" in mail.outbox[-1].body


def test_a_session_written_anew_at_the_same_hours_is_the_same(editor):
    event = course()
    ana = sign_up(event, 0, "ana")
    first, second = hours(event)
    first.pk = None
    gone = row(hours(event)[0], DELETE="on")
    assert save(editor, event, gone, row(second), row(first)).status_code == 302

    kept = EventSession.objects.get(start=FIRST)
    assert (kept.seats_id, kept.uid) == (ana.seats_id, ana.seats.uid)
    assert EventSeats.objects.count() == 3


def test_rows_made_anew_with_their_uid_keep_their_people():
    """As a translation gets them from the page it is synchronised with."""
    event = course()
    ana = sign_up(event, 0, "ana")
    event.sessions = [
        EventSession(uid=one.uid, start=one.start + make.DAY, end=one.end + make.DAY)
        for one in event.sessions.all()
    ]
    event.save_revision().publish()

    assert EventPage.objects.get().sessions.all()[0].seats_id == ana.seats_id
    assert EventSeats.objects.count() == 3


@pytest.fixture
def gone(editor):
    """An event whose first session went, past the form, though Ana has a seat and Ben waits."""
    event = course(capacity=1)
    sign_up(event, 0, "ana")
    sign_up(event, 0, "ben")
    send_letters(NOW)
    mail.outbox.clear()
    event.sessions = [one for one in event.sessions.all() if one.start == SECOND]
    event.save_revision().publish()
    return event


def test_people_of_a_session_that_is_gone_are_shown_and_can_be_moved(gone, editor):
    people = reverse("event_people", args=[gone.seats_id])
    page = editor.get(people)
    assert {one.name for one in page.context["object_list"]} == {"ana", "ben"}
    table = BeautifulSoup(page.text, "html.parser").select_one(".event-people table")
    assert [bool(one.select_one("strong")) for one in table.select("tbody tr")] == [True, False]

    to = EventSession.objects.get().seats_id
    data = {"registration": Registration.objects.get(name="ana").pk, "to": "session", "session": to}
    editor.post(reverse("event_move", args=[gone.seats_id]), data)
    ana = Registration.objects.get(name="ana")
    assert (ana.seats_id, ana.status) == (to, "confirmed")
    assert Registration.objects.get(name="ben").status == "waiting"


def test_nobody_is_moved_to_a_session_that_is_gone_from_a_list_that_still_shows_it(gone, editor):
    there = sign_up(gone, 0, "cleo")
    before = cancel(Registration.objects.get(name="ana")).seats_id
    data = {"registration": there.pk, "to": "session", "session": before}
    editor.post(reverse("event_move", args=[gone.seats_id]), data)

    there.refresh_from_db()
    assert there.seats.start == SECOND


def test_people_of_a_session_that_is_gone_read_so_and_can_only_cancel(gone, client, time_machine):
    ana = Registration.objects.get(name="ana")
    link = f"{gone.link}registration/{ana.token}/"
    page = BeautifulSoup(client.get(link).text, "html.parser")

    assert "14 mai 2026" in page.text
    assert [one["value"] for one in page.select("main button[name=action]")] == ["cancel"]
    assert remind(FIRST - make.DAY / 2) == 0
    client.post(link, {"action": "cancel"})
    assert Registration.objects.get(name="ben").status == "waiting"


def test_a_mail_to_who_registered_for_a_session_that_is_gone_takes_it_out_of_the_calendar(
    gone, editor, django_capture_on_commit_callbacks
):
    text = {"audience": "confirmed", "subject": "Cours", "text": "Annulé.", "session": ""}
    with django_capture_on_commit_callbacks(execute=True):
        key = "b3b7f0aa-6f0e-4f43-bd86-0e3a9a0b3d6e"
        editor.post(reverse("event_write", args=[gone.seats_id]), {**text, "key": key})

    (letter,) = mail.outbox
    calendar = Calendar.from_ical(letter.attachments[0][1])
    assert (calendar["method"], calendar.events[0]["dtstart"].dt) == ("CANCEL", FIRST)


@pytest.mark.parametrize(("before", "after"), [("event", "session"), ("session", "event")])
def test_what_people_register_for_stays_while_somebody_has(editor, before, after):
    event = course(registration_for=before)
    ana = sign_up(event, 0, "ana")
    rows = [row(one) for one in hours(event)]
    answer = save(editor, event, *rows, registration_for=after)
    assert list(answer.context["form"].errors) == ["registration_for"]
    assert save(editor, event, *rows, registration_for=before).status_code == 302

    cancel(ana)
    assert save(editor, event, *rows, registration_for=after).status_code == 302
    assert EventPage.objects.get().registration_for == after


def test_who_registered_for_the_whole_event_before_people_chose_is_shown_and_moved(editor):
    """As where a change that was scheduled meets somebody who came before it."""
    event = course(registration_for="event")
    ana = sign_up(event, 0, "ana")
    event.registration_for = "session"
    event.save_revision().publish()
    page = editor.get(reverse("event_people", args=[event.seats_id]), {"session": event.seats_id})
    assert [one.name for one in page.context["object_list"]] == ["ana"]

    to = EventSession.objects.first().seats_id
    data = {"registration": ana.pk, "to": "session", "session": to}
    editor.post(reverse("event_move", args=[event.seats_id]), data)
    ana.refresh_from_db()
    assert (ana.seats_id, ana.status) == (to, "confirmed")
    assert EventSeats.objects.get(pk=event.seats_id).taken == 1


def test_repeated_sessions_have_as_many_seats_as_the_first(editor):
    event = course()
    first, second = hours(event)
    rows = [row(first, capacity="4"), row(second)]
    fields = {"repeat_every": "day", "repeat_until": "2026-05-16"}
    assert save(editor, event, *rows, **fields).status_code == 302

    found = EventSession.objects.order_by("start").values_list("capacity", flat=True)
    assert list(found) == [4, 4, 4, None]
