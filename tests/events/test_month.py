import datetime as dt
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup

from events.models import EventSession
from events.models.projection import list_anew
from tests.factories import events as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
HERE = ZoneInfo("Europe/Luxembourg")
NOON = dt.datetime(2026, 10, 7, 12, tzinfo=HERE)


@pytest.fixture
def noon(tree, time_machine):
    time_machine.move_to(NOON, tick=False)


def at(day, hour=10, month=10, year=2026):
    return dt.datetime(year, month, day, hour, tzinfo=HERE)


def month(client, query="", agenda="/fr/agenda/"):
    return client.get(f"{agenda}?view=month{query}")


def days(response):
    found = [day for week in response.context["agenda"].weeks for day in week if day]
    return {day.date.day: day for day in found}


def named(entries):
    return [entry.event.title for entry in entries]


@pytest.mark.parametrize(
    ("agenda", "first", "caption"),
    [
        ("/fr/agenda/", "lundi", "Événements\xa0: octobre 2026, semaine par semaine"),
        ("/en/events/", "Monday", "Events in October 2026, week by week"),
    ],
)
def test_a_month_is_a_table_of_weeks_that_begin_on_monday(client, agenda, first, caption):
    table = BeautifulSoup(month(client, agenda=agenda).text, "html.parser").table

    assert table.select_one("thead th[scope=col] abbr")["title"] == first
    assert len(table.select("thead th")) == 7
    assert [len(row.select("td")) for row in table.select("tbody tr")] == [7, 7, 7, 7, 7]
    assert table.select_one("[aria-current=date] time")["datetime"] == "2026-10-07"
    assert len(table.select("td time[datetime]")) == 31
    assert table.caption.get_text() == caption


def test_what_lasts_days_is_drawn_across_them_and_again_each_week(client):
    make.event(title="Expo", slug="expo", sessions=[make.session(at(9), at(13, 18))])
    make.event(title="Foire", slug="foire", sessions=[make.session(at(10), at(11), all_day=True)])

    shown = days(month(client))

    assert [(n, bar.lane, bar.span) for n in range(9, 14) for bar in shown[n].bars] == [
        *((9, 1, 3), (10, 1, 0), (10, 2, 2), (11, 1, 0), (11, 2, 0)),
        *((12, 1, 2), (13, 1, 0)),
    ]
    assert [bar.continued for bar in shown[12].bars] == [True]


def test_what_ends_at_midnight_does_not_reach_into_the_next_day(client):
    make.event(title="Nuit", slug="nuit", sessions=[make.session(at(9, 20), at(10, 0))])

    shown = days(month(client))

    assert named(shown[9].entries) == ["Nuit"]
    assert shown[10].is_free


def test_the_night_of_the_clock_change_stands_on_its_day_at_its_hour(client):
    twice = dt.datetime(2026, 10, 25, 2, 30, tzinfo=HERE, fold=1)
    make.event(title="Nuit", slug="nuit", sessions=[make.session(twice, twice.replace(hour=4))])

    response = month(client)

    assert named(days(response)[25].entries) == ["Nuit"]
    assert '<time datetime="2026-10-25T02:30:00+01:00">02:30</time>' in response.text


def test_a_full_day_says_how_many_more_there_are_and_where(client):
    for number in range(8):
        make.event(title=f"E{number}", slug=f"e{number}", sessions=[make.session(at(9))])

    day = days(month(client, "&type=meetup"))[9]

    assert (len(day.entries), day.more) == (5, 3)
    assert day.url == "/fr/agenda/?from=2026-10-09&to=2026-10-09&type=meetup"
    assert client.get(day.url).context["agenda"].count == 8


def test_of_seven_at_one_hour_the_first_five_are_shown_in_the_order_they_were_entered(client):
    for number in range(7):
        sessions = [make.session(at(9)), make.session(at(10))][: 1 + number % 2]
        make.event(title=f"E{number}", slug=f"e{number}", sessions=sessions)

    assert named(days(month(client))[9].entries) == ["E0", "E1", "E2", "E3", "E4"]


def test_an_end_at_midnight_is_said_alike_in_list_and_month(client):
    make.event(title="Nuits", slug="nuits", sessions=[make.session(at(8, 20), at(10, 0))])

    (bar,) = days(month(client))[8].bars
    (card,) = client.get("/fr/agenda/").context["agenda"].cards

    assert (bar.until, card.until) == ("jusqu’au 9 octobre", "jusqu’au 9 octobre")


def test_thousands_of_sessions_are_all_counted_up_to_the_last_day(client):
    page = make.event(title="Atelier", slug="atelier", sessions=[make.session(at(9))])
    hours = (at(1, 0, 12) + number * make.DAY / 70 for number in range(31 * 70))
    EventSession.objects.bulk_create(
        EventSession(page=page, start=hour, end=hour) for hour in hours
    )
    list_anew([page.translation_key])

    shown = days(month(client, "&month=2026-12"))

    assert [len(shown[day].entries) for day in (1, 31)] == [5, 5]
    assert sum(len(day.entries) + day.more for day in shown.values()) == 31 * 70


def test_the_months_beside_keep_the_filters(client):
    beside = month(client, "&month=2026-12&q=a&free=true").context["agenda"].months_beside

    assert {rel: one["url"] for rel, one in beside.items()} == {
        "prev": "/fr/agenda/?free=true&q=a&view=month&month=2026-11",
        "next": "/fr/agenda/?free=true&q=a&view=month&month=2027-01",
    }


def test_the_dates_asked_for_choose_the_month_and_bound_it(client):
    agenda = month(client, "&from=2026-12-05&to=2027-01-31&month=2026-07").context["agenda"]

    assert agenda.month == dt.date(2026, 12, 1)
    assert list(agenda.months_beside) == ["next"]
    assert agenda.links.calendar == "/fr/agenda/calendar.ics?from=2026-12-05&to=2026-12-31"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("&q=fête", ("Prochain mois où il y en a\xa0: février 2027.", "&month=2027-02")),
        (
            "&q=fête&month=2027-04",
            ("Mois précédent où il y en a\xa0: mars 2027.", "&month=2027-03"),
        ),
        ("&q=fête&from=2026-12-01&to=2027-01-31", None),
    ],
)
def test_an_empty_month_leads_to_the_nearest_that_has_what_is_asked_for(client, query, said):
    make.event(
        title="Fête",
        slug="a",
        sessions=[make.session(at(27, month=2, year=2027), at(2, month=3, year=2027))],
    )
    make.event(title="Atelier", slug="b", sessions=[make.session(at(9, month=12))])

    empty = BeautifulSoup(month(client, query).text, "html.parser").select_one(".empty")

    text, link = empty.p.get_text(), empty.a["href"]
    if said:
        assert (text, "fête" in unquote(link), link.endswith(said[1])) == (said[0], True, True)
    else:
        assert link == "/fr/agenda/"


@pytest.mark.parametrize("query", ["month=2026-13", "month=%00", "month=9999-12", "month='"])
def test_a_month_that_is_none_is_said_and_this_one_shown(client, query):
    agenda = month(client, f"&{query}").context["agenda"]

    assert agenda.month == dt.date(2026, 10, 1)
    assert [one.name for one in agenda.ignored] == ["month"]


def test_a_view_that_is_none_is_said_and_the_list_shown(client):
    response = client.get("/fr/agenda/?view=week")

    assert [(one.name, one.value) for one in response.context["agenda"].ignored] == [
        ("view", "week")
    ]
    assert response.context["agenda"].showing.view == "list"


def test_the_view_is_kept_by_chips_and_the_form(client):
    make.event(slug="e", sessions=[make.session(at(9))])

    response = month(client, "&q=rencontre")

    chips = response.context["agenda"].chips
    assert [one["url"] for one in chips.active] == ["/fr/agenda/?view=month"]
    form = BeautifulSoup(response.text, "html.parser").select_one("form.agenda-filters")
    assert [one["value"] for one in form.select("input[name=view]")] == ["month"]
