"""What an event says of itself where programs and calendars read it."""

import datetime as dt
import json
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override
from icalendar import Calendar

from cluster.media.models import CustomImage
from events.models import EventPage
from events.registering.mail import attach_dates
from events.registering.registration import register
from tests.factories import events as make
from tests.media.files import picture, upload

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("tree"),
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
LINK = "https://meet.example.org/abc"
OUTLETS = (
    *(
        "/fr/agenda/atelier/",
        "/fr/agenda/atelier/event.ics",
        "/fr/agenda/",
        "/fr/agenda/?from=2000",
    ),
    *("/fr/agenda/calendar.ics", "/fr/agenda/feed.xml", "/fr/agenda/events.csv"),
    *("/api/v1/events/", "/api/v1/events/atelier/", "/fr/agenda/?to=2100-01-01"),
)


def online(**fields):
    days = fields.pop("days", 1)
    session = make.session(make.timezone.now() + days * make.DAY)
    fields = {"slug": "atelier", "format": "online", "online_url": LINK, **fields}
    return make.event(sessions=[session], **fields)


def structured(client):
    page = BeautifulSoup(client.get("/fr/agenda/atelier/").text, "html.parser")
    return json.loads(page.select_one("[type$='ld+json']").text)


def fed(client):
    """Title and summary of each entry of the agenda's feed."""
    feed = ElementTree.fromstring(client.get("/fr/agenda/feed.xml").content)  # noqa: S314 - ours
    name = "{http://www.w3.org/2005/Atom}"
    entries = feed.iter(f"{name}entry")
    return [
        tuple(one.findtext(f"{name}{part}") for part in ("title", "summary")) for one in entries
    ]


def unfolded(response):
    """As a calendar is read, whose lines are folded."""
    return response.text.replace("\r\n ", "")


def said_in(client):
    return [one for one in OUTLETS if LINK in unfolded(client.get(one))]


@pytest.mark.parametrize(
    "fields",
    [
        {"registration": "here"},
        {"registration": "elsewhere", "registration_url": "https://tickets.example.org/"},
        {"state": "cancelled"},
        {"days": -1},
    ],
    ids=str,
)
def test_the_online_link_is_told_to_nobody_who_need_not_have_it(client, fields):
    online(**fields)

    assert said_in(client) == []
    assert [one["@type"] for one in structured(client)["location"]] == ["VirtualLocation"]


def test_the_online_link_of_an_event_without_registration_is_on_its_page_and_in_calendars(client):
    online()

    assert said_in(client) == [
        *("/fr/agenda/atelier/", "/fr/agenda/atelier/event.ics", "/fr/agenda/calendar.ics")
    ]
    (entry,) = Calendar.from_ical(client.get("/fr/agenda/calendar.ics").content).events
    assert (entry["location"], [one.uri for one in entry.conferences]) == (LINK, [LINK])


class Letter(list):
    def attach(self, name, content, kind):
        self.append(content.decode().replace("\r\n ", ""))


@pytest.mark.parametrize(("seats", "told"), [(1, True), (0, False)])
def test_the_calendar_of_who_has_a_seat_has_the_link(seats, told):
    event = online(registration="here", capacity=seats)
    person = register(event, email="ana@example.org", name="Ana")
    letter = Letter()

    attach_dates(letter, person, EventPage.objects.for_details().get(), make.timezone.now())

    assert ([LINK in one for one in letter] == [True]) is told


def test_what_is_full_elsewhere_is_full_everywhere(client):
    elsewhere = {"registration": "elsewhere", "registration_url": "https://tickets.example.org/"}
    make.event(slug="atelier", sold_out=True, **elsewhere)

    answer = client.get("/api/v1/events/").json()["items"][0]
    assert (answer["state"], answer["seats_left"]) == ("full", 0)
    assert structured(client)["offers"][0]["availability"] == "https://schema.org/SoldOut"
    page = client.get("/fr/agenda/atelier/").text
    assert "Toutes les places sont prises." in page
    assert "Complet" in client.get("/fr/agenda/").text


def test_where_people_register_here_the_seats_say_whether_it_is_full(client):
    make.event(slug="atelier", sold_out=True, registration="here", capacity=2)

    answer = client.get("/api/v1/events/").json()["items"][0]
    assert (answer["state"], answer["seats_left"]) == ("announced", 2)


@pytest.mark.parametrize(
    ("state", "status", "schema"),
    [
        ("announced", "CONFIRMED", "EventScheduled"),
        ("postponed", "TENTATIVE", "EventPostponed"),
        ("cancelled", "CANCELLED", "EventCancelled"),
    ],
)
def test_its_state_is_told_to_calendars_search_engines_and_feeds(client, state, status, schema):
    event = online(title="Atelier", state=state)

    (entry,) = Calendar.from_ical(client.get("/fr/agenda/calendar.ics").content).events
    assert entry["status"] == status
    assert structured(client)["eventStatus"] == f"https://schema.org/{schema}"
    mark = "" if state == "announced" else f"{event.get_state_display()} – "
    assert [title for title, _summary in fed(client)] == [f"{mark}Atelier"]


@pytest.mark.parametrize(
    ("format", "mode", "kinds"),
    [
        ("on-site", "Offline", ["Place"]),
        ("online", "Online", ["VirtualLocation"]),
        ("hybrid", "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_search_engines_know_whether_people_meet(client, format, mode, kinds):
    online(format=format, locality="Clervaux")

    data = structured(client)

    assert data["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [one["@type"] for one in data["location"]] == kinds


def test_a_feed_says_when_the_next_date_is_and_whole_days_without_an_hour(client):
    now = make.timezone.now()
    weekly = [make.session(now + days * make.DAY) for days in (-7, 7)]
    make.event(slug="cours", sessions=weekly, introduction="Dessiner.")
    day = dt.datetime(2040, 5, 7, tzinfo=dt.UTC)
    make.event(slug="jours", sessions=[make.session(day, all_day=True)])

    with override("fr"):
        when = weekly[1].when

    assert [summary for _title, summary in fed(client)] == [
        f"{when}. Dessiner.",
        "lundi 7 mai 2040.",
    ]


def test_the_number_of_a_change_never_falls_whichever_language_was_published_last(
    client, time_machine
):
    start = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
    time_machine.move_to(start, tick=False)
    event = make.event(slug="atelier", sessions=[make.session(start + 90 * make.DAY)])
    time_machine.move_to(start + 30 * make.DAY, tick=False)
    event.save_revision().publish()
    (before,) = Calendar.from_ical(client.get("/fr/agenda/atelier/event.ics").content).events

    time_machine.move_to(start + 60 * make.DAY, tick=False)
    sessions = [make.session(start + 90 * make.DAY, uid=event.sessions.get().uid)]
    make.event(slug="workshop", language="en", translation_of=event, sessions=sessions)

    (after,) = Calendar.from_ical(client.get("/en/events/workshop/event.ics").content).events
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


def test_an_event_and_the_agenda_can_be_subscribed_to(client):
    make.event(slug="atelier")

    page = client.get("/fr/agenda/atelier/").text
    assert 'href="webcal://127.0.0.1:8000/fr/agenda/atelier/event.ics"' in page
    agenda = client.get("/fr/agenda/?type=workshop").text
    assert 'href="webcal://127.0.0.1:8000/fr/agenda/calendar.ics?type=workshop"' in agenda


def test_pictures_stand_below_the_text_before_the_event(client):
    image = CustomImage.objects.create(title="Hall", file=upload(picture(), "hall.jpg"))
    image.contextual_alt_text, image.decorative = "The hall", False
    pictures = [("image", {"image": image, "caption": "At nine", "credit": "Léa"})] * 2
    make.event(slug="atelier", pictures=pictures)

    shown = BeautifulSoup(client.get("/fr/agenda/atelier/").text, "html.parser")

    figures = shown.select(".event__pictures figure")
    assert [one.img["alt"] for one in figures] == ["The hall"] * 2
    assert figures[0].figcaption.text.split() == ["At", "nine", "©", "Léa"]


def test_who_finds_nothing_can_look_among_past_events(client):
    past = [make.session(make.timezone.now() - 9 * make.DAY)]
    make.event(title="Gravure", slug="gravure", sessions=past)

    page = BeautifulSoup(client.get("/fr/agenda/?q=gravure").text, "html.parser")
    way = page.find("a", string="Chercher parmi les événements passés")

    assert "Gravure" in client.get(way["href"]).text
    assert way["href"].startswith("/fr/agenda/?q=gravure&to=")
