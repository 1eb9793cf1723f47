import pytest
from bs4 import BeautifulSoup

from events.models import EventPage, EventPerson
from tests.factories import events as make
from tests.factories.directory import profile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def with_person(person, **fields):
    page = make.event(**fields)
    page.people = [EventPerson(profile=person, role="speaker")]
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def titles(client, address):
    soup = BeautifulSoup(client.get(address).text, "html.parser")
    return [one.text for one in soup.select(".profile-events a")]


def test_a_profile_shows_the_events_it_has_a_part_in_and_no_draft(client):
    anna = profile("Anna Weber")
    past = [make.session(make.timezone.now() - 9 * make.DAY)]
    with_person(anna, title="Hier", slug="hier", sessions=past)
    talk = with_person(anna, title="Débat", slug="debat")
    make.event(title="Debate", slug="debate", language="en", translation_of=talk)
    with_person(anna, title="Ailleurs", slug="ailleurs").unpublish()
    make.event(title="Sans elle", slug="sans-elle")

    assert titles(client, "/fr/annuaire/anna-weber/") == ["Débat", "Hier"]
    assert titles(client, "/en/directory/anna-weber/") == ["Debate", "Hier"]


def test_a_profile_without_events_says_nothing_of_them(client):
    profile("Anna Weber")

    assert 'id="profile-events"' not in client.get("/fr/annuaire/anna-weber/").text
