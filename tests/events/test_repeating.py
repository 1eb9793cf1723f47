"""A session that repeats: which rows an editor finds, and what is refused."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from dateutil.rrule import rrulestr
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.users.models import UserProfile

from events.choices import MONTHLY, Repeat
from events.models import EventPage
from events.repeating import days, hours_on
from tests.events.test_admin import create, form
from tests.factories import events as make

HERE = ZoneInfo("Europe/Luxembourg")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
RULES = {
    Repeat.DAY: "FREQ=DAILY",
    Repeat.WEEK: "FREQ=WEEKLY",
    Repeat.TWO_WEEKS: "FREQ=WEEKLY;INTERVAL=2",
    Repeat.SAME_DATE: "FREQ=MONTHLY",
}
DATES = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))
FIRST = {"start": "2026-03-12 18:00", "end": "2026-03-12 20:30"}
WEEKLY = {"repeat_every": "week", "repeat_until": "2026-04-10"}


def rule_of(repeat, first, weekdays):
    if repeat == Repeat.SAME_WEEKDAY:
        return f"FREQ=MONTHLY;BYDAY={(first.day - 1) // 7 + 1}{DAYS[first.weekday()]}"
    if repeat == Repeat.LAST_WEEKDAY:
        return f"FREQ=MONTHLY;BYDAY=-1{DAYS[first.weekday()]}"
    on = ",".join(DAYS[day] for day in weekdays)
    return RULES[repeat] + (f";BYDAY={on}" if on else "")


@settings(deadline=None)
@given(
    repeat=st.sampled_from(Repeat),
    first=DATES,
    length=st.integers(0, 500),
    weekdays=st.sets(st.integers(0, 6)),
    start=st.times(dt.time(4), dt.time(23, 59)),
    data=st.data(),
)
def test_sessions_are_those_of_the_rule_in_local_time(repeat, first, length, weekdays, start, data):
    until = first + length * make.DAY
    excepted = data.draw(st.sets(st.dates(first, until), max_size=9))
    weekdays = set() if repeat in MONTHLY else weekdays
    begins = dt.datetime.combine(first, start.replace(second=0, microsecond=0), HERE)

    found = list(days(repeat, first, until, weekdays=weekdays, excepted=excepted))

    last = dt.datetime.combine(until, dt.time(23, 59, 59), HERE).astimezone(dt.UTC)
    rule = f"{rule_of(repeat, first, weekdays)};UNTIL={last:%Y%m%dT%H%M%SZ}"
    meant = [one for one in rrulestr(rule, dtstart=begins) if one.date() not in excepted]
    assert [hours_on(day, begins, begins)[0] for day in found] == meant


@pytest.mark.parametrize(
    ("first", "end", "day", "utc"),
    [
        ("2026-03-28T18:00", "2026-03-28T20:00", "2026-03-29", ("16:00", "18:00")),
        ("2026-10-24T18:00", "2026-10-24T20:00", "2026-10-25", ("17:00", "19:00")),
        ("2026-03-21T23:00", "2026-03-22T06:00", "2026-03-28", ("22:00", "04:00")),
        ("2026-10-17T23:00", "2026-10-18T06:00", "2026-10-24", ("21:00", "05:00")),
    ],
    ids=["spring", "autumn", "a night in spring", "a night in autumn"],
)
def test_local_hours_stay_when_the_clocks_change(first, end, day, utc):
    start, end = (dt.datetime.fromisoformat(text).replace(tzinfo=HERE) for text in (first, end))

    moved = hours_on(dt.date.fromisoformat(day), start, end)

    assert tuple(f"{one.astimezone(dt.UTC):%H:%M}" for one in moved) == utc


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2026-03-29", "On 29/03/2026 there is no 02:30: the clocks are put forward."),
        ("2026-10-25", "On 25/10/2026 there are two 02:30: the clocks are put back."),
    ],
)
@pytest.mark.parametrize("hours", [(0, 3), (-1, 0)], ids=["start", "end"])
def test_an_hour_that_does_not_exist_or_exists_twice_is_refused(day, message, hours):
    unclear = dt.datetime(2026, 2, 1, 2, 30, tzinfo=HERE)
    start, end = (unclear + number * make.HOUR for number in hours)

    with pytest.raises(ValidationError) as refused:
        hours_on(dt.date.fromisoformat(day), start, end)

    with translation.override("en"):
        assert refused.value.messages[0].startswith(message)


@pytest.fixture
def editor(client, tree):
    user = get_user_model().objects.create_superuser("editor@example.org", "demo")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    client.force_login(user)
    return client


def begin(page):
    return [f"{one.start.astimezone(HERE):%m-%d %H:%M}" for one in page.sessions.all()]


@pytest.mark.django_db
@pytest.mark.parametrize("action", ["draft", "publish"])
def test_an_editor_finds_the_sessions_once_saved(editor, action):
    data = form(FIRST, **WEEKLY, repeat_except="26.03.2026\n2026-12-24")
    if action == "draft":
        del data["action-publish"]

    response = create(editor, data)

    event = EventPage.objects.get()
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).context["form"]
    assert response.status_code == 302
    assert event.live == (action == "publish")
    assert begin(event) == ["03-12 18:00", "03-19 18:00", "04-02 18:00", "04-09 18:00"]
    assert len({one.uid for one in event.sessions.all()}) == 4
    assert shown.formsets["sessions"].total_form_count() == 4
    assert [shown[name].value() for name in shown.fields if name.startswith("repeat")] == [None] * 4


def saved_again(editor, page, **fields):
    """What its form shows, sent as a draft with other fields."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    rows = [one.instance for one in editor.get(address).context["form"].formsets["sessions"]]
    sessions = [
        {"id": one.pk or ""}
        | {name: f"{getattr(one, name).astimezone(HERE):%Y-%m-%d %H:%M}" for name in FIRST}
        for one in rows
    ]
    data = form(*sessions, **fields) | {"sessions-INITIAL_FORMS": str(len(rows))}
    del data["action-publish"]
    assert editor.post(address, data).status_code == 302
    return EventPage.objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.mark.django_db
def test_a_longer_repetition_of_a_live_event_adds_what_is_missing_to_the_draft(editor):
    create(editor, form(FIRST, {"start": "2026-04-01 10:00", "end": "2026-04-01 11:00"}, **WEEKLY))
    event = EventPage.objects.get()

    draft = saved_again(editor, event, **WEEKLY | {"repeat_until": "2026-04-16"})

    live = begin(EventPage.objects.get())
    assert live == [
        "03-12 18:00",
        "03-19 18:00",
        "03-26 18:00",
        "04-01 10:00",
        "04-02 18:00",
        "04-09 18:00",
    ]
    assert begin(draft) == [*live, "04-16 18:00"]
    assert [one.uid for one in draft.sessions.all()][:6] == [
        one.uid for one in event.sessions.all()
    ]


@pytest.mark.django_db
def test_a_translation_has_the_sessions_of_the_first_page(editor):
    create(editor, form(FIRST, **WEEKLY))
    event = EventPage.objects.get()

    english = event.copy_for_translation(make.agenda("en").locale, copy_parents=False, alias=False)

    shared = [(one.uid, one.start) for one in event.sessions.all()]
    assert len(shared) == 5
    assert [(one.uid, one.start) for one in english.sessions.all()] == shared


def bound(*sessions, **fields):
    made = EventPage.get_edit_handler().get_form_class()
    data = form(*sessions) | fields
    return made(data, instance=EventPage(), parent_page=make.agenda())


@pytest.mark.django_db
@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"repeat_until": "2026-04-10"}, {"repeat_every": "Say how often the session repeats."}),
        ({"repeat_every": "week"}, {"repeat_until": "Say until when the session repeats."}),
        (
            WEEKLY | {"repeat_until": "2026-03-11"},
            {"repeat_until": "This is before the first session, on 12/03/2026."},
        ),
        (
            WEEKLY | {"repeat_until": "2026-03-18"},
            {"repeat_until": "Until then no session is added: choose a later date."},
        ),
        (
            WEEKLY | {"repeat_until": "9999-12-31"},
            {"repeat_until": "Choose a date in this century."},
        ),
        (WEEKLY | {"repeat_until": "soon"}, {"repeat_until": "Write a date as 2026-05-31."}),
        (
            WEEKLY | {"repeat_every": "day", "repeat_until": "2026-09-28"},
            {"repeat_until": "An event can have at most 200 sessions: choose an earlier date."},
        ),
        (
            WEEKLY | {"repeat_on": ["0", "4"]},
            {"repeat_on": "The first session is on a Thursday: tick that day as well."},
        ),
        (
            WEEKLY | {"repeat_every": "same-date", "repeat_on": ["3"]},
            {"repeat_on": "Every month it is the day of the first session: tick none."},
        ),
        (
            WEEKLY | {"repeat_every": "last-weekday"},
            {"repeat_every": "The first session is not on the last Thursday of its month."},
        ),
        (
            WEEKLY | {"repeat_except": "12.03.2026"},
            {"repeat_except": "The first session is on 12/03/2026: move it to another day."},
        ),
        (
            WEEKLY | {"repeat_except": "2026-03-19, 31.2.2026"},
            {
                "repeat_except": "“31.2.2026” is not a date."
                " Write each as 2026-05-31, on a line of its own."
            },
        ),
    ],
)
def test_what_cannot_be_repeated_is_refused_beside_its_field(fields, wrong):
    with translation.override("en"):
        refused = bound(FIRST, **fields)

        assert {name: " ".join(errors) for name, errors in refused.errors.items()} == wrong
    assert {name: refused[name].value() for name in fields} == fields


@pytest.mark.django_db
@pytest.mark.usefixtures("tree")
def test_a_session_without_an_hour_on_one_day_is_refused_and_without_that_day_written():
    night = {"start": "2026-03-27 02:30", "end": "2026-03-27 04:00"}
    daily = {"repeat_every": "day", "repeat_until": "2026-03-30"}

    with translation.override("en"):
        assert list(bound(night, **daily).errors) == ["repeat_except"]
    page = bound(night, **daily, repeat_except="2026-03-29").save(commit=False)

    assert begin(page) == ["03-27 02:30", "03-28 02:30", "03-30 02:30"]


@pytest.mark.django_db
@pytest.mark.usefixtures("tree")
def test_whole_days_stay_whole_and_200_sessions_are_enough():
    whole = {"start": "2026-03-12 18:00", "end": "2026-03-12 20:30", "all_day": "on"}

    page = bound(whole, repeat_every="day", repeat_until="2026-09-27").save(commit=False)

    rows = list(page.sessions.all())
    assert len(rows) == 200
    assert {(one.all_day, one.one_day) for one in rows} == {(True, True)}
    assert {f"{one.start.astimezone(HERE):%H:%M}" for one in rows} == {"00:00"}


@pytest.mark.django_db
def test_an_editor_reads_what_is_wrong_beside_the_field_and_loses_nothing(editor):
    wrong = WEEKLY | {"repeat_on": ["0"], "repeat_except": "2026-13-01\n24.12.2026"}

    page = BeautifulSoup(create(editor, form(FIRST) | wrong).text, "html.parser")

    (beside,) = [found for found in page.select(".w-field__errors") if found.text.strip()]
    assert beside.find_previous("label")["for"] == "id_repeat_except"
    assert "“2026-13-01” is not a date." in beside.text
    assert page.select_one("#id_repeat_except").text.split() == ["2026-13-01", "24.12.2026"]
    assert page.select_one("#id_repeat_until")["value"] == "2026-04-10"
    assert page.select_one("#id_repeat_every [selected]")["value"] == "week"
    assert [one["value"] for one in page.select("[name=repeat_on][checked]")] == ["0"]
    assert page.select_one("#id_sessions-0-start")["value"] == FIRST["start"]
    assert not EventPage.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("tree")
def test_a_repetition_wants_a_first_session():
    with translation.override("en"):
        draft = bound(**WEEKLY)
        draft.defer_required_fields()

        assert draft.errors == {"repeat_every": ["Write the first session: it is repeated."]}
