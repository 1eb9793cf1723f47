"""Lists show rows of events; they say of each what its page says."""

import datetime as dt

import pytest
from django.utils import timezone

from directory.models import Branch, Skill
from events.choices import State
from events.in_lists import OWN, ShownSession, with_seats_of_sessions, with_sessions
from events.models import EventPage, EventSeats, ListedSession
from events.models.listed import ASKED
from events.states import standing_of_session
from tests.factories import events as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
HERE = {"registration": "here"}
EACH = {**HERE, "registration_for": "session"}


def listed():
    found = ListedSession.objects.in_language("fr").order_by("page")
    return with_seats_of_sessions(found.in_lists(EventPage.objects.seen()))


@pytest.mark.parametrize(
    "seats", [{}, {"taken": 2}, {"taken": 3}, {"queued": True}, {"closed": True}]
)
@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize(
    "fields", [{}, HERE, {**HERE, "capacity": 3}, EACH, {**EACH, "capacity": 3}]
)
def test_a_row_stands_as_its_page_does(fields, state, seats):
    page = make.event(state=state, **fields)
    EventSeats.objects.filter(translation_key=page.translation_key).update(**seats)

    (row,) = listed()

    page = EventPage.objects.get(pk=page.pk)
    assert (row.standing, row.public_state) == (page.standing, page.public_state)
    assert row.seats_left == page.seats_left


@pytest.mark.parametrize("fields", [HERE, {**EACH, "capacity": 3}])
def test_a_row_says_of_each_session_what_its_page_does(fields):
    begin = timezone.now()
    page = make.event(
        sessions=[
            make.session(begin + dt.timedelta(days=2), capacity=5),
            make.session(begin - dt.timedelta(days=3)),
            make.session(begin + dt.timedelta(days=1), all_day=True),
        ],
        **fields,
    )
    EventSeats.objects.filter(sessions__page=page, capacity=5).update(taken=4)

    row = with_sessions(listed())[0]

    page = EventPage.objects.get(pk=page.pk)
    assert said(row) == said(page)
    assert (row.all_seats, row.seats_left) == (page.all_seats, page.seats_left)


def said(event):
    now = timezone.now()
    return [
        (
            *(one.uid, one.start, one.closes, one.when, one in event.to_come),
            *(event.capacity_of(one), event.left_of(one), standing_of_session(event, one, now)),
        )
        for one in event.every_session
    ]


def test_a_row_stands_as_its_page_does_when_it_is_over():
    begin = timezone.now() - dt.timedelta(days=3)
    page = make.event(sessions=[make.session(begin)])

    (row,) = listed()

    assert (row.standing, row.public_state) == (page.standing, page.public_state)
    assert row.public_state == "over"


@pytest.mark.parametrize("number", [1, 3])
def test_a_row_says_what_its_page_does(number):
    skill = Skill.objects.create(name="Gravure", slug="gravure")
    for place in range(number):
        make.event(
            **{name: f"{name} {place}" for name in ("title", "introduction", "venue", "address")},
            slug=f"e{place}",
            event_type="festival",
            locality="Clervaux",
            free=False,
            price=f"{place} €",
            level="advanced",
            languages=["de", "lb"],
            skills=[skill],
            branches=[Branch.objects.create(slug=f"b{place}", names={"fr": "B"}, position=place)],
            capacity=place,
        )

    for row in listed():
        page = EventPage.objects.get(pk=row.pk)
        assert {name: getattr(row, name) for name in OWN} == {
            name: getattr(page, name) for name in OWN
        }


def test_a_row_whose_sessions_were_not_read_does_not_say_how_it_stands():
    make.event(**EACH)

    (row,) = ListedSession.objects.in_language("fr").in_lists(EventPage.objects.seen())

    with pytest.raises(TypeError):
        _ = row.standing


@pytest.mark.parametrize("where", ["on-site", "online", "hybrid"])
def test_a_row_is_where_its_page_is(where):
    make.event(format=where, location="SRID=4326;POINT(6.1 49.6)")

    (row,) = listed()

    page = EventPage.objects.get(pk=row.pk)
    assert (row.link, row.language) == (page.link, page.language)
    assert row.is_on_the_map == page.is_on_the_map
    assert row.shown.first_day == page.sessions.get().first_day


def test_the_index_holds_all_that_a_list_asks_for():
    named = {name.removesuffix("_id") for name in ShownSession._fields}

    assert named <= set(ASKED)
