"""What the periodic command does, and that again does nothing."""

import datetime as dt
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from events.models import Registration
from events.registering.registration import cancel, confirm, register
from events.registering.tending import months_before
from tests.factories import events as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def _monday_morning(time_machine):
    time_machine.move_to(NOW, tick=False)


def workshop(days=3, **fields):
    fields = {"capacity": 9, "online_url": "https://meet.example.org/x"} | fields
    sessions = [make.session(NOW + days * make.DAY)]
    return make.event(title="Atelier", registration="here", sessions=sessions, **fields)


def sign_up(event, *names):
    return [register(event, email=f"{n}@example.org", name=n) for n in names]


def tend():
    said = StringIO()
    call_command("tend_events", stdout=said)
    mails = [(one.to[0], one.subject) for one in mail.outbox]
    mail.outbox.clear()
    return mails


def test_the_day_before_each_who_has_a_seat_is_told_once_with_the_link(time_machine):
    event = workshop()
    ana, ben, _unconfirmed = sign_up(event, "ana", "ben", "unconfirmed")
    confirm(ana)
    cancel(confirm(ben))
    tend()
    assert tend() == []

    time_machine.shift(49 * HOUR)
    call_command("tend_events", stdout=StringIO())
    (told,) = [one for one in mail.outbox if one.to == ["ana@example.org"]]
    assert "https://meet.example.org/x" in told.body
    assert [name for name, _content, _type in told.attachments] == ["event.ics", "ticket.png"]
    mail.outbox.clear()
    assert tend() == []


def test_who_got_a_seat_within_the_last_day_needs_no_reminder(time_machine):
    event = workshop()
    time_machine.shift(50 * HOUR)
    confirm(sign_up(event, "late")[0])
    tend()

    assert tend() == []


def test_an_offer_that_ran_out_goes_to_the_next_by_the_clock(time_machine):
    event = workshop(days=30, capacity=1)
    ana, _ben, _cleo = sign_up(event, "ana", "ben", "cleo")
    cancel(ana)
    tend()
    time_machine.shift(49 * HOUR)

    assert sorted(to for to, _subject in tend()) == ["ben@example.org", "cleo@example.org"]
    assert Registration.objects.get(name="cleo").status == "offered"
    assert tend() == []


def test_registrations_are_erased_a_year_after_the_event(time_machine):
    sign_up(workshop(slug="old"), "ana")
    sign_up(workshop(slug="later", days=60), "ben")
    time_machine.move_to(dt.datetime(2027, 5, 8, 12, tzinfo=dt.UTC), tick=False)
    tend()
    assert list(Registration.objects.values_list("name", flat=True)) == ["ben"]

    time_machine.move_to(dt.datetime(2027, 7, 8, 12, tzinfo=dt.UTC), tick=False)
    tend()
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    ("months", "day"), [(1, "2026-02-28"), (13, "2025-02-28"), (3, "2025-12-31"), (4, "2025-11-30")]
)
def test_months_are_counted_by_the_calendar(months, day):
    march = dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC)

    assert months_before(march, months).date().isoformat() == day
