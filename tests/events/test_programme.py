"""A festival and the events that are part of it."""

import datetime as dt
import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import override
from icalendar import Calendar

from events import demo
from events.models import EventPage, ProgrammeEvent
from events.registering.registration import register
from tests.factories import events as make
from tests.factories.directory import branch

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("tree"),
    # Wagtail leaves the temporary files of renditions to the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
DAY = make.DAY


def start(days):
    return make.session(make.timezone.now().replace(microsecond=0) + days * DAY)


def festival_of(*events, slug="fete", **fields):
    page = make.event(title="La fête", slug=slug, event_type="festival", **fields)
    page.programme = [ProgrammeEvent(event=one) for one in events]
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


@pytest.fixture
def several():
    """A festival in two languages; of its four events one exists in English too, one is a draft."""
    walk = make.event(
        title="Parcours", slug="parcours", sessions=[start(2), start(3)], branches=[branch()]
    )
    make.event(title="Walk", slug="walk", language="en", translation_of=walk, sessions=[start(2)])
    talk = make.event(title="Débat", slug="debat", sessions=[start(3)], locality="Esch-sur-Alzette")
    past = make.event(title="Hier", slug="hier", sessions=[start(-2)])
    draft = make.event(title="Secret", slug="secret", draft=True, sessions=[start(2)])
    make.event(title="Autre", slug="autre", sessions=[start(2)])
    festival = festival_of(walk, talk, past, draft)
    make.event(title="Feast", slug="feast", language="en", translation_of=festival)
    return festival


def titles(page):
    soup = BeautifulSoup(page.text, "html.parser")
    return [one.get_text(strip=True) for one in soup.select(".programme-day .event-card__title")]


def structured(page):
    return json.loads(BeautifulSoup(page.text, "html.parser").select_one("[type$='ld+json']").text)


def test_its_page_lists_each_session_by_day_with_map_and_links(client, several):
    page = client.get("/fr/agenda/fete/")

    assert titles(page) == ["Hier", "Parcours", "Parcours", "Débat"]
    soup = BeautifulSoup(page.text, "html.parser")
    assert len(soup.select(".programme-day")) == 3
    assert "programme=fete" in soup.select_one("#map-dots")["data-features-url"]
    assert [one["name"] for one in structured(page)["subEvent"]] == ["Hier", "Parcours", "Débat"]


def test_each_reader_finds_it_in_their_language(client, several):
    page = client.get("/en/events/feast/")

    assert titles(page) == ["Hier", "Walk", "Débat"]
    assert "Part of" in client.get("/en/events/walk/").text
    assert 'href="/en/events/feast/"' in client.get("/en/events/walk/").text


def test_each_event_leads_back_to_it(client, several):
    page = client.get("/fr/agenda/debat/")

    assert 'href="/fr/agenda/fete/"' in page.text
    [festival] = structured(page)["superEvent"]
    assert (festival["name"], festival["url"][-16:]) == ("La fête", "/fr/agenda/fete/")
    assert "superEvent" not in structured(client.get("/fr/agenda/autre/"))


def test_every_twin_holds_the_same_events(client, several):
    soup = BeautifulSoup(client.get("/fr/agenda/fete/").text, "html.parser")
    calendar, feed, table, api = (one["href"] for one in soup.select(".programme-links a")[1:])

    entries = Calendar.from_ical(client.get(calendar).content).walk("VEVENT")
    assert sorted(str(one["SUMMARY"]) for one in entries) == ["Débat", "Hier", *2 * ["Parcours"]]
    assert client.get(feed).text.count("<entry>") == 3
    assert "Débat" in client.get(table).text
    found = client.get(api).json()["items"]
    assert [one["title"] for one in found] == ["Hier", "Parcours", "Débat"]
    whole = client.get("/api/v1/events/debat/").json()
    assert [one["slug"] for one in whole["part_of"]] == ["fete"]
    assert client.get("/api/v1/events/fete/").json()["programme_url"].endswith(api)


def test_the_agenda_is_filtered_by_it_like_by_all_else(client, several):
    page = client.get("/fr/agenda/?programme=fete&q=Parcours").text

    assert "La fête" in page
    assert "Débat" not in page
    for wrong in ("nowhere", "debat", "a%00b", "%ed%a0%80", "&programme=" * 20):
        answer = client.get(f"/fr/agenda/?programme={wrong}")
        assert answer.status_code == 200
        assert "Autre" in answer.text
    assert client.get("/api/v1/events/?programme=nowhere").status_code == 422


def test_a_festival_that_is_not_public_groups_nothing(client, several):
    several.unpublish()
    EventPage.objects.get(slug="feast").unpublish()

    assert client.get("/api/v1/events/?programme=fete").status_code == 422
    assert "/fr/agenda/fete/" not in client.get("/fr/agenda/debat/").text


@pytest.mark.parametrize("many", [1, 3])
def test_its_page_costs_the_same_for_one_event_and_for_three(
    client, django_assert_num_queries, many
):
    festival_of(*(make.event(title=f"E{n}", slug=f"e{n}") for n in range(many)))
    client.get("/fr/agenda/fete/")

    # The page of an event that has nothing to do with any costs four.
    with django_assert_num_queries(5):
        assert len(titles(client.get("/fr/agenda/fete/"))) == many
    with django_assert_num_queries(5):
        client.get("/fr/agenda/e0/")
    make.event(slug="autre")
    with django_assert_num_queries(4):
        client.get("/fr/agenda/autre/")


def test_no_event_is_part_of_itself_in_whatever_language():
    french = make.event(title="Fête", slug="fete")
    english = make.event(title="Feast", slug="feast", language="en", translation_of=french)

    with override("en"), pytest.raises(ValidationError, match="part of itself"):
        ProgrammeEvent(page=french, event=english).clean()


def test_an_editor_chooses_its_events_and_sees_them_before_it_is_published(
    client, django_user_model, several
):
    draft = several.get_latest_revision_as_object()
    draft.programme = [ProgrammeEvent(event=EventPage.objects.get(slug="autre"))]
    draft.save_revision()
    client.force_login(django_user_model.objects.create_superuser("admin@example.org", "demo"))

    assert titles(client.get(f"/admin/pages/{several.pk}/view_draft/")) == ["Autre"]
    assert titles(client.get("/fr/agenda/fete/")) == ["Hier", "Parcours", "Parcours", "Débat"]


@pytest.fixture
def demo_of_the_festival(monkeypatch, tmp_path):
    """The demo's events without those that are no part of it."""
    events = json.loads(demo.DATA.read_text(encoding="utf-8"))
    [festival] = [one for one in events if "programme" in one]
    kept = [one for one in events if one["key"] in (festival["key"], *festival["programme"])]
    monkeypatch.setattr(demo, "DATA", tmp_path / "events.json")
    demo.DATA.write_text(json.dumps(kept), encoding="utf-8")


def test_the_demo_has_a_festival_of_four_events_in_four_languages(client, demo_of_the_festival):
    demo.load_demo_events()
    demo.load_demo_events()

    for address, first in (
        ("/fr/agenda/nuits-de-la-lumiere/", "Parcours lumière"),
        ("/en/events/nights-of-light/", "Light walk"),
        ("/de/veranstaltungen/naechte-des-lichts/", "Lichtrundgang"),
        ("/lb/evenementer/nuechte-vum-liicht/", "Liichtrondwee"),
    ):
        found = titles(client.get(address))
        assert (found[0], len(found)) == (first, 6)


def test_what_lasts_for_days_stands_under_its_first(client):
    now = make.timezone.now()
    fair = make.event(
        title="Foire", slug="foire", sessions=[make.session(now - 3 * DAY, now + 3 * DAY)]
    )
    festival_of(fair)

    soup = BeautifulSoup(client.get("/fr/agenda/fete/").text, "html.parser")
    [day] = soup.select(".programme-day time[datetime]")[:1]
    assert dt.date.fromisoformat(day["datetime"]) == fair.sessions.get().first_day


def test_each_session_of_a_programme_says_how_many_seats_are_left_that_day(client):
    days = [start(2), start(3), start(4)]
    days[0].capacity, days[1].capacity = 1, 7
    walk = make.event(
        title="Parcours",
        slug="parcours",
        sessions=days,
        registration="here",
        registration_for="session",
    )
    walk = EventPage.objects.for_details().get(pk=walk.pk)
    register(walk, session=walk.sessions.all()[0], email="ana@example.org", name="Ana")
    festival_of(walk)

    soup = BeautifulSoup(client.get("/fr/agenda/fete/").text, "html.parser")

    cards = soup.select(".programme-day .event-card__meta")
    said = [[one.get_text(strip=True) for one in card.select(".event-state")] for card in cards]
    assert said == [["Complet"], ["7 places libres"], []]
