import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.factories import events as make

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Luxembourg")
UTC = dt.UTC
TWICE = dt.datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def read(client, address="/fr/agenda/une-rencontre/event.ics"):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def entries(client, address="/fr/agenda/une-rencontre/event.ics"):
    return read(client, address).walk("VEVENT")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (dt.datetime(2026, 3, 28, 22, tzinfo=HERE), dt.datetime(2026, 3, 29, 4, tzinfo=HERE)),
        (dt.datetime(2026, 10, 24, 22, tzinfo=HERE), dt.datetime(2026, 10, 25, 4, tzinfo=HERE)),
        (
            dt.datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
            dt.datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        ),
    ],
    ids=["spring", "autumn", "the hour that comes twice"],
)
def test_a_session_over_a_clock_change_keeps_its_moments(client, tree, start, end):
    make.event(sessions=[make.session(start, end)])

    (entry,) = entries(client)

    assert entry["dtstart"].dt.astimezone(UTC) == start.astimezone(UTC)
    assert entry["dtend"].dt.astimezone(UTC) == end.astimezone(UTC)


def test_times_name_a_zone_that_the_calendar_defines(client, tree):
    make.event(sessions=[make.session(dt.datetime(2026, 7, 1, 18, tzinfo=HERE))])

    calendar = read(client)

    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Luxembourg"]
    assert calendar.walk("VEVENT")[0]["dtstart"].params["TZID"] == "Europe/Luxembourg"
    assert calendar["refresh-interval"].dt == dt.timedelta(hours=6)


def test_whole_days_are_dates_and_end_the_day_after_the_last(client, tree):
    first, last = (dt.datetime(2026, 10, day, 15, tzinfo=HERE) for day in (24, 26))
    make.event(sessions=[make.session(first, last, all_day=True)])

    (entry,) = entries(client)

    assert entry["dtstart"].dt == dt.date(2026, 10, 24)
    assert entry["dtend"].dt == dt.date(2026, 10, 27)


def test_a_session_of_several_days_is_one_entry(client, tree):
    start, end = dt.datetime(2026, 5, 1, 18, tzinfo=HERE), dt.datetime(2026, 5, 3, 12, tzinfo=HERE)
    make.event(sessions=[make.session(start, end)])

    (entry,) = entries(client)

    assert (entry["dtstart"].dt, entry["dtend"].dt) == (start, end)


def test_a_cancelled_event_stays_and_says_so(client, tree):
    make.event(state="cancelled")

    assert [entry["status"] for entry in entries(client)] == ["CANCELLED"]


def test_a_change_keeps_the_uid_and_raises_the_sequence(client, tree, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 4, 8, tzinfo=UTC), tick=False)
    event = make.event()
    (before,) = entries(client)
    time_machine.shift(1)
    event.title = "Ailleurs"
    event.save_revision().publish()

    (after,) = entries(client)

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["summary"] == "Ailleurs"


def test_each_session_is_an_entry_with_place_address_and_categories(client, tree):
    days = [dt.datetime(2026, 5, day, 18, tzinfo=HERE) for day in (1, 8)]
    make.event(sessions=[make.session(day) for day in days], locality="Clervaux", venue="Salle")

    found = entries(client)

    assert len({entry["uid"] for entry in found}) == 2
    assert [entry["dtstart"].dt for entry in found] == days
    assert found[0]["location"] == "Salle, Clervaux"
    assert round(found[0]["geo"].latitude, 2) == 50.05
    assert found[0]["url"] == "http://127.0.0.1:8000/fr/agenda/une-rencontre/"


def test_the_agendas_calendar_honours_its_filters(client, tree):
    make.event(title="Atelier", slug="atelier", event_type="workshop")
    make.event(title="Foire", slug="foire", event_type="festival")

    found = entries(client, "/fr/agenda/calendar.ics?type=workshop")

    assert [entry["summary"] for entry in found] == ["Atelier"]
