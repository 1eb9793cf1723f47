"""What editors do with registrations for one session: see, narrow, download, move, write, check
in."""

import uuid
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from openpyxl import load_workbook

from events.models import EventPage, EventSeats, MailingCopy, Registration
from events.registering.registration import cancel, change_session, confirm, register
from events.registering.tending import send_letters
from events.registering.ticket import ticket_of
from tests.factories import events as make
from tests.factories.members import MemberFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture
def editor(client):
    client.force_login(MemberFactory(email="editor@example.org", editor=True))
    return client


@pytest.fixture
def event():
    """Ana has the one seat of the first session, Ben waits for it; Cleo comes to the second, which
    has two."""
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + 9 * make.DAY
    page = make.event(
        title="Cours",
        slug="cours",
        registration="here",
        registration_for="session",
        sessions=[make.session(start, capacity=1), make.session(start + make.DAY, capacity=2)],
    )
    page = EventPage.objects.for_details().get(pk=page.pk)
    first, second = page.sessions.all()
    for name, session in (("ana", first), ("ben", first), ("cleo", second)):
        confirm(register(page, session=session, email=f"{name}@example.org", name=name))
    return page


def seats(event):
    return [one.seats_id for one in event.sessions.all()]


def address(name, event):
    return reverse(name, args=[event.seats_id])


def person(name):
    return Registration.objects.get(name=name)


def standing(event):
    numbers = {key: number for number, key in enumerate(seats(event))}
    rows = Registration.objects.values_list("name", "seats", "status")
    return {name: (numbers.get(key), status) for name, key, status in rows}


def move(editor, event, name, number):
    data = {"registration": person(name).pk, "to": "session", "session": seats(event)[number]}
    return editor.post(address("event_move", event), data, follow=True)


def taken(event):
    found = EventSeats.objects.in_bulk([*seats(event), event.seats_id])
    return [found[key].taken for key in (*seats(event), event.seats_id)]


def test_the_list_says_and_is_narrowed_to_a_session(editor, event):
    people = address("event_people", event)
    page = editor.get(people)
    assert [one.name for one in page.context["object_list"]] == ["ana", "ben", "cleo"]
    first, second = event.sessions.all()
    assert first.when in page.text

    narrowed = editor.get(people, {"session": second.seats_id})
    assert [one.name for one in narrowed.context["object_list"]] == ["cleo"]
    table = BeautifulSoup(page.text, "html.parser").select_one(".event-people table")
    rows = [[cell.text.strip() for cell in row.select("td")] for row in table.select("tbody tr")]
    assert [row[1:3] for row in rows] == [["1/1", "1"], ["1/2", "0"]]


def test_the_downloads_have_a_column_for_the_session(editor, event):
    for people in (address("event_people", event), reverse("event_registrations")):
        book = editor.get(f"{people}?export=xlsx")
        content = b"".join(book.streaming_content) if book.streaming else book.content
        heads, *rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
        place = heads.index("Session") if "Session" in heads else heads.index("Séance")
        assert len({row[place] for row in rows}) == 2

        only = editor.get(f"{people}?export=csv&session={seats(event)[1]}")
        if people == address("event_people", event):
            lines = b"".join(only.streaming_content).decode().splitlines()
            assert (len(lines), "cleo" in lines[1]) == (2, True)


def test_the_list_of_all_events_finds_people_of_sessions_by_their_event(editor, event):
    other = make.event(title="Atelier", slug="atelier", registration="here")
    register(other, email="zoe@example.org", name="zoe")
    people = reverse("event_registrations")

    page = editor.get(people, {"seats": event.seats_id})
    assert [one.name for one in page.context["object_list"]] == ["ana", "ben", "cleo"]
    choices = page.context["filters"].form.fields["seats"].queryset
    assert sorted(one.title for one in choices) == ["Atelier", "Cours"]


def test_more_people_cost_the_list_no_more_queries(editor, event):
    people = address("event_people", event)

    def asked():
        editor.get(people)
        with CaptureQueriesContext(connection) as queries:
            editor.get(people)
            return len(queries)

    before = asked()
    _first, second = event.sessions.all()
    for number in range(4):
        register(event, session=second, email=f"{number}@example.org", name=str(number))

    assert asked() == before


def test_who_has_a_seat_is_moved_to_one_in_another_session_and_told(editor, event):
    send_letters(timezone.now())
    mail.outbox.clear()
    move(editor, event, "ana", 1)

    assert standing(event) == {
        "ana": (1, "confirmed"),
        "ben": (0, "offered"),
        "cleo": (1, "confirmed"),
    }
    assert taken(event) == [1, 2, 3]
    send_letters(timezone.now())
    told = {one.to[0]: one for one in mail.outbox}
    first, second = event.sessions.all()
    attached = told["ana@example.org"].attachments
    assert noted(attached[0]) == ("PUBLISH", "CONFIRMED", second.start, str(second.uid))
    assert noted(attached[1]) == ("CANCEL", "CANCELLED", first.start, str(first.uid))

    Registration.objects.filter(email="ana@example.org").update(letter_due="standing")
    send_letters(timezone.now())
    assert [one[0] for one in mail.outbox[-1].attachments] == ["event.ics", "ticket.png"]


def test_who_is_moved_back_before_they_were_told_keeps_the_session_in_their_calendar(editor, event):
    move(editor, event, "cleo", 0)
    Registration.objects.filter(email="ben@example.org").delete()
    cancel(person("ana"))
    move(editor, event, "cleo", 0)
    move(editor, event, "cleo", 1)
    mail.outbox.clear()

    send_letters(timezone.now())

    (told,) = [one for one in mail.outbox if one.to == ["cleo@example.org"]]
    assert [one[0] for one in told.attachments] == ["event.ics", "ticket.png"]


def noted(attachment):
    calendar = Calendar.from_ical(attachment[1])
    (entry,) = calendar.events
    uid = entry["uid"].split(".")[0]
    return str(calendar["method"]), str(entry["status"]), entry["dtstart"].dt, uid


def test_nobody_is_moved_to_a_seat_that_is_not_free(editor, event):
    page = move(editor, event, "cleo", 0)

    assert standing(event)["cleo"] == (1, "confirmed")
    assert taken(event) == [1, 1, 2]
    assert "cleo" in " ".join(str(one) for one in page.context["messages"])


def test_who_waits_is_offered_what_is_free_in_the_other_session(editor, event):
    move(editor, event, "ben", 1)

    assert standing(event)["ben"] == (1, "offered")
    assert taken(event) == [1, 2, 3]


def test_nobody_is_twice_in_a_session_by_being_moved(editor, event):
    _first, second = event.sessions.all()
    again = register(event, session=second, email="ana@example.org", name="ana again")
    move(editor, event, "ana", 1)
    assert standing(event)["ana"] == (0, "confirmed")

    cancel(again)
    move(editor, event, "ana", 1)
    assert standing(event)["ana"] == (1, "confirmed")
    assert "ana again" not in standing(event)


@pytest.mark.parametrize("chosen", ["", "x", "999999"])
def test_a_move_to_no_session_changes_nothing(editor, event, chosen):
    data = {"registration": person("ana").pk, "to": "session", "session": chosen}
    editor.post(address("event_move", event), data)

    assert standing(event)["ana"] == (0, "confirmed")


def test_nobody_is_moved_to_a_session_of_another_event(editor, event):
    other = make.event(slug="autre", registration="here", registration_for="session", sessions=None)
    (elsewhere,) = other.sessions.all()
    data = {"registration": person("ana").pk, "to": "session", "session": elsewhere.seats_id}
    editor.post(address("event_move", event), data)

    assert standing(event)["ana"] == (0, "confirmed")


@pytest.mark.parametrize("then", ["cancelled", "moved back"])
def test_seats_add_up_where_an_editor_moves_somebody_while_another_change_waits(event, then):
    first, second = event.sessions.all()
    cancel(person("ana"))
    cancel(person("ben"))
    seen_before = person("cleo")
    change_session(person("cleo"), first.seats)
    assert taken(event) == [1, 0, 1]

    if then == "cancelled":
        cancel(seen_before)
        assert taken(event) == [0, 0, 0]
    else:
        change_session(seen_before, second.seats)
        assert taken(event) == [0, 1, 1]


def test_closing_the_event_closes_every_session(editor, event, client):
    editor.post(address("event_close", event), {"closed": "yes"})
    uid = str(event.sessions.all()[1].uid)
    data = {"name": "Dan", "email": "dan@example.org", "session": uid}

    assert client.post(f"{event.link}registration/", data).status_code == 200
    assert "Dan" not in standing(event)


def test_a_mail_goes_to_the_people_of_one_session_or_of_all(
    editor, event, django_capture_on_commit_callbacks
):
    form = {"audience": "all", "subject": "La salle", "text": "2e étage."}
    for session, expected in ((seats(event)[1], ["cleo"]), ("", ["ana", "ben", "cleo"])):
        MailingCopy.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            page = editor.post(
                address("event_write", event),
                {**form, "session": session, "key": uuid.uuid4()},
                follow=True,
            )
        names = MailingCopy.objects.values_list("registration__name", flat=True)
        assert sorted(names) == expected
    assert page.text.count("<h3>La salle</h3>") == 2
    told = {one.to[0]: one for one in mail.outbox}
    (entry,) = Calendar.from_ical(told["cleo@example.org"].attachments[0][1]).events
    assert entry["dtstart"].dt == event.sessions.all()[1].start


def test_the_door_is_narrowed_to_a_session_and_stays_so(editor, event):
    door = address("event_door", event)
    _first, second = seats(event)
    assert [one.registration.name for one in editor.get(door).context["rows"]] == ["ana", "cleo"]
    page = editor.get(door, {"session": second})
    assert [one.registration.name for one in page.context["rows"]] == ["cleo"]
    assert page.context["expected"] == 1

    data = {"registration": person("cleo").pk, "here": "yes", "session": second}
    answer = editor.post(door, data)
    assert answer["Location"] == f"{door}?session={second}#r{person('cleo').pk}"
    assert editor.get(door, {"session": second}).context["here"] == 1


def test_a_ticket_leads_to_its_person_and_says_for_which_session(editor, event):
    page = editor.get(reverse("event_ticket", args=[ticket_of(person("cleo"))]), follow=True)

    assert [one.registration.name for one in page.context["rows"]] == ["cleo"]
    row = BeautifulSoup(page.text, "html.parser").select_one(".door__row")
    assert event.sessions.all()[1].when in row.text
    assert not person("cleo").arrivals.exists()


def test_the_list_of_events_adds_the_sessions_up(editor, event):
    page = editor.get(reverse("agenda:index"))

    assert "2/3" in page.text
    (row,) = page.context["object_list"]
    assert row.waiting == 1
