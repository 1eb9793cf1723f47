"""Programs that read calendars, Thunderbird's reader among them, all read the same in ours."""

import datetime as dt
import json
import shutil
import subprocess
from zoneinfo import ZoneInfo

import ics
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from tests.conftest import lacking
from tests.factories import events as make
from tests.npm import fetched

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Luxembourg")
ICAL_JS = "2.2.1"
READ = """
import {{ readFileSync }} from "node:fs";
import ICAL from "{path}";
const all = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of all.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
console.log(JSON.stringify(all.getAllSubcomponents("vevent").map((one) => {{
  const event = new ICAL.Event(one, {{ strictExceptions: true }});
  const [start, end] = [event.startDate, event.endDate];
  const moment = (time) => time.isDate ? time.toString() : time.toUnixTime();
  return [event.uid, moment(start), moment(end), event.sequence];
}})));
"""


def at(month: int, day: int, hour: int, minute: int = 0, **options) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=HERE, **options)


@pytest.fixture
def events(tree, time_machine):
    """Over both clock changes, within the hour that comes twice, whole days, several days,
    repeated, cancelled, and one to be moved."""
    time_machine.move_to(at(1, 5, 12), tick=False)
    twice = make.session(at(10, 25, 2, 30), at(10, 25, 2, 30, fold=1))
    make.event(title="Printemps", slug="a", sessions=[make.session(at(3, 28, 22), at(3, 29, 4))])
    make.event(title="Deux fois; « ici », \\ là", slug="b", sessions=[twice])
    make.event(
        title="Jours", slug="c", sessions=[make.session(at(5, 1, 0), at(5, 3, 0), all_day=True)]
    )
    make.event(title="Longtemps", slug="d", sessions=[make.session(at(6, 1, 18), at(6, 4, 2))])
    weekly = [make.session(at(3, day, 18)) for day in (16, 23, 30)]
    make.event(title="Chaque lundi " + "é" * 70, slug="e", sessions=weekly)
    make.event(title="Annulé", slug="f", state="cancelled", sessions=[make.session(at(7, 1, 18))])
    return make.event(title="Ailleurs", slug="g", sessions=[make.session(at(7, 2, 18))])


def moment(value) -> int | str:
    return int(value.timestamp()) if isinstance(value, dt.datetime) else value.isoformat()


def by_icalendar(text: str) -> list:
    every = Calendar.from_ical(text).events
    return [(one["uid"], moment(one.start), moment(one.end), one["sequence"]) for one in every]


def by_ical(text: str) -> list:
    every = IcsCalendarStream.calendar_from_ics(text).events
    return [(one.uid, moment(one.start), moment(one.end), one.sequence) for one in every]


def by_vobject(text: str) -> list:
    every = vobject.readOne(text).vevent_list
    return [
        (
            one.uid.value,
            moment(one.dtstart.value),
            moment(one.dtend.value),
            int(one.sequence.value),
        )
        for one in every
    ]


def by_thunderbirds(text: str) -> list:
    if not shutil.which("npm"):
        lacking("npm is not installed, for the calendar reader of Thunderbird: see README")
    path = fetched("ical.js", ICAL_JS) / "dist" / "ical.js"
    node = [str(shutil.which("node")), "--input-type=module", "-e", READ.format(path=path)]
    run = subprocess.run(node, input=text, capture_output=True, text=True, check=True)  # noqa: S603
    return [tuple(one) for one in json.loads(run.stdout)]


def feed(client) -> str:
    return client.get("/fr/agenda/calendar.ics").content.decode()


def test_every_reader_reads_the_same_moments(client, events):
    text = feed(client)

    expected = sorted(by_icalendar(text))
    assert len({uid for uid, *_others in expected}) == len(expected) == 9
    for reader in (by_ical, by_vobject, by_thunderbirds):
        assert sorted(reader(text)) == expected, reader
    read = {one.uid: (one.begin, one.end, one.all_day) for one in ics.Calendar(text).events}
    for uid, start, end, _sequence in expected:
        begin, until, all_day = read[uid]
        if all_day:
            assert [begin.date().isoformat(), until.date().isoformat()] == [start, end]
        else:
            assert [begin.int_timestamp, until.int_timestamp] == [start, end]


def test_whoever_reads_again_after_a_change_has_each_session_once(client, events, time_machine):
    before = {one["uid"]: one for one in Calendar.from_ical(feed(client)).events}
    time_machine.move_to(at(1, 6, 12), tick=False)
    session = events.sessions.get()
    session.start, session.end = at(7, 9, 20), at(7, 9, 22)
    events.sessions = [session]
    events.state = "postponed"
    events.save_revision().publish()

    after = {one["uid"]: one for one in Calendar.from_ical(feed(client)).events}

    assert before.keys() == after.keys()
    changed = {uid for uid, one in after.items() if one["sequence"] > before[uid]["sequence"]}
    assert [(after[uid]["summary"], after[uid].start) for uid in changed] == [
        ("Ailleurs", at(7, 9, 20))
    ]
