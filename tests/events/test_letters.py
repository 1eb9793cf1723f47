"""Letters that cannot leave hold up no others, and nobody loses a seat for them."""

import datetime as dt
import re
from io import StringIO
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from events.models import EventMailing, EventSeats, MailingCopy, Registration
from events.registering.forms import RegistrationForm
from events.registering.mail import undeliverable
from events.registering.registration import accept, cancel, confirm, open_more, register
from events.registering.tending import forget, send_letters
from tests.factories import events as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DOTTED, LONG, TURNED = "a@\uff0ecom.org", f"a@{'ü' * 60}.de", "a@\u202ex.de"


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def no_mail(settings):
    """Called, it lets mail leave again."""
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    return lambda: setattr(settings, "EMAIL_BACKEND", working)


def workshop(days=30, **fields):
    fields = {"title": "Atelier", "slug": "atelier", "capacity": 1, "registration": "here"} | fields
    return make.event(sessions=[make.session(NOW + days * make.DAY)], **fields)


def sign_up(event, *names, **fields):
    return [register(event, email=f"{n}@example.org", name=n, **fields) for n in names]


def standing():
    return dict(Registration.objects.values_list("name", "status"))


@pytest.mark.parametrize(
    "email", [DOTTED, LONG, TURNED, '"\x01"@example.org', f"{'a' * 64}@{'b.' * 94}lu"]
)
def test_an_address_to_which_no_mail_can_go_is_refused(email):
    form = RegistrationForm({"name": "Ana", "email": email}, event=workshop())

    assert list(form.errors) == ["email"]


@pytest.mark.parametrize("email", ["ana@example.org", "ana@bücher.example", "o'neill@example.lu"])
def test_an_address_to_which_mail_can_go_is_taken(email):
    assert RegistrationForm({"name": "Ana", "email": email}, event=workshop()).is_valid()


def test_an_address_that_is_none_stops_no_other_mail():
    ana, ben = sign_up(workshop(capacity=None), "ana", "ben")
    Registration.objects.filter(pk=ana.pk).update(email=TURNED)
    mailing = EventMailing.objects.create(seats=ana.seats, subject="La salle", text="…")
    for one in (ana, ben):
        MailingCopy.objects.create(mailing=mailing, registration=one)

    assert send_letters(NOW) == (2, 0)
    assert [one.to for one in mail.outbox] == [["ben@example.org"]] * 2
    assert send_letters(NOW) == (0, 0)


def test_what_is_old_is_erased_though_no_letter_leaves(no_mail, time_machine):
    sign_up(workshop(days=3, slug="old"), "ana")
    time_machine.move_to(NOW + 400 * make.DAY, tick=False)
    sign_up(make.event(slug="newer", registration="here"), "ben")

    with pytest.raises(CommandError, match="1 letters"):
        call_command("tend_events", stdout=StringIO())
    assert list(standing()) == ["ben"]


def test_what_is_erased_gives_its_seats_back(time_machine):
    event = workshop(days=3)
    sign_up(event, "ana")
    assert EventSeats.objects.get().taken == 1
    time_machine.move_to(NOW + 400 * make.DAY, tick=False)

    assert forget(NOW + 400 * make.DAY) == 1
    assert EventSeats.objects.get().taken == 0


def test_time_runs_from_when_the_letter_left(no_mail, time_machine):
    event = workshop()
    ana, _ben, _cleo = sign_up(event, "ana", "ben", "cleo")
    cancel(ana)
    time_machine.shift(60 * HOUR)
    open_more(event)
    assert standing() == {"ana": "cancelled", "ben": "offered", "cleo": "waiting"}

    no_mail()
    send_letters(NOW + 60 * HOUR)
    told = {one.to[0]: one.body for one in mail.outbox}
    assert "8 mai 2026, 22:00" in told["ben@example.org"]
    time_machine.shift(47 * HOUR)
    open_more(event)
    assert standing()["ben"] == "offered"
    time_machine.shift(2 * HOUR)
    open_more(event)
    assert standing() == {"ana": "cancelled", "ben": "cancelled", "cleo": "offered"}


def test_an_offer_nobody_was_told_of_can_be_accepted_late(time_machine):
    event = workshop()
    ana, ben = sign_up(event, "ana", "ben")
    cancel(ana)
    time_machine.shift(60 * HOUR)

    assert accept(ben).status == "confirmed"


def test_asking_for_the_letter_again_keeps_no_seat_longer(time_machine):
    event = workshop()
    sign_up(event, "ana")
    send_letters(NOW)
    time_machine.shift(40 * HOUR)
    sign_up(event, "ana")
    send_letters(NOW + 40 * HOUR)
    time_machine.shift(9 * HOUR)
    open_more(event)

    assert standing() == {"ana": "cancelled"}
    assert send_letters(NOW + 49 * HOUR) == (0, 0)


def test_a_letter_waits_while_its_event_is_not_public():
    event = workshop()
    sign_up(event, "ana")
    event.unpublish()
    assert send_letters(NOW) == (0, 0)

    event.save_revision().publish()
    assert send_letters(NOW) == (1, 0)


def test_no_reminder_leaves_once_the_event_has_begun(time_machine):
    (ana,) = sign_up(workshop(days=3), "ana")
    confirm(ana)
    Registration.objects.update(letter_due="reminder")
    begun = NOW + 3 * make.DAY + HOUR
    time_machine.move_to(begun, tick=False)

    assert send_letters(begun) == (0, 0)
    assert (mail.outbox, Registration.objects.get().letter_due) == ([], "")


@pytest.mark.parametrize(("code", "for_good"), [(550, True), (451, False)])
def test_only_what_a_mail_server_refuses_for_good_is_given_up(code, for_good):
    refused = SMTPRecipientsRefused({"a@example.org": (code, b"No.")})

    assert undeliverable(refused) is for_good


def test_a_letter_says_from_when_to_when_in_the_readers_language():
    start = NOW + 30 * make.DAY
    event = make.event(
        registration="here",
        sessions=[
            make.session(start, start + 2 * HOUR),
            make.session(start + make.DAY, start + 2 * make.DAY),
            make.session(start + 3 * make.DAY, all_day=True),
        ],
    )
    register(event, email="ana@example.org", name="Ana", language="en")
    send_letters(NOW)

    (letter,) = mail.outbox
    assert [line for line in letter.body.splitlines() if " June 2026" in line] == [
        "Wednesday 3 June 2026, 10:00–12:00 (Luxembourg time)",
        "Thursday 4 June 2026, 10:00 – Friday 5 June 2026, 10:00 (Luxembourg time)",
        "Saturday 6 June 2026",
    ]


def test_a_group_that_waits_or_is_offered_its_seats_reads_for_how_many(
    django_capture_on_commit_callbacks,
):
    event = workshop(capacity=3, max_persons=3)
    with django_capture_on_commit_callbacks(execute=True):
        first, _second = sign_up(event, "ana", "ben", persons=3, language="en")
    with django_capture_on_commit_callbacks(execute=True):
        cancel(first)

    told = [(one.to[0], "It is for 3 persons." in one.body) for one in mail.outbox]
    assert told == [
        ("ana@example.org", True),
        ("ben@example.org", True),
        ("ana@example.org", False),
        ("ben@example.org", True),
    ]


def test_whoever_registers_again_for_more_reads_that_it_is_for_as_many_as_before(
    django_capture_on_commit_callbacks,
):
    event = workshop(capacity=3, max_persons=3)
    for persons in (1, 3):
        with django_capture_on_commit_callbacks(execute=True):
            sign_up(event, "ana", persons=persons, language="en")

    assert ["It is for 1 person." in one.body for one in mail.outbox] == [True, True]


def test_whoever_cancels_is_not_told_that_the_event_is_and_finds_the_way_back(
    django_capture_on_commit_callbacks,
):
    (ana,) = sign_up(workshop(), "ana", language="en")
    with django_capture_on_commit_callbacks(execute=True):
        cancel(ana)

    (letter,) = mail.outbox
    assert letter.subject == "Your registration is cancelled: Atelier"
    assert re.search(
        r"You can register again from here:\nhttp\S+/registration/\S+/$", letter.body, re.M
    )


@pytest.mark.parametrize(
    ("format", "attached", "place"),
    [
        ("hybrid", ["event.ics", "ticket.png"], "Kulturfabrik, 116, rue de Luxembourg, Wiltz"),
        ("online", ["event.ics"], ""),
    ],
)
def test_a_seat_is_told_with_its_place_and_door_where_there_is_one(
    format, attached, place, django_capture_on_commit_callbacks
):
    where = {"venue": "Kulturfabrik", "address": "116, rue de Luxembourg", "locality": "Wiltz"}
    event = workshop(format=format, online_url="https://meet.example.org/", **where)
    with django_capture_on_commit_callbacks(execute=True):
        sign_up(event, "ana", language="en")

    (letter,) = mail.outbox
    assert [name for name, _content, _type in letter.attachments] == attached
    _hours, *between, online = letter.body.split("\n\n")[2].split("\n")
    assert (between, online) == ([place] if place else [], "Online: https://meet.example.org/")
    assert ("at the door" in letter.body) == ("ticket.png" in attached)
