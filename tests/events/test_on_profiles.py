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


def test_what_comes_next_stands_first_then_what_was_last_with_the_role_and_the_rest_behind_a_line(
    client,
):
    anna = profile("Anna Weber")
    for number, days in enumerate((-30, -20, -10, 10, 20, 30, -40, -50)):
        start = make.timezone.now() + days * make.DAY
        with_person(
            anna,
            title=f"{days}",
            slug=f"e{number}",
            sessions=[make.session(start)],
            state="postponed",
        )

    address = "/fr/annuaire/anna-weber/"
    assert titles(client, address) == ["10", "20", "30", "-10", "-20", "-30", "-40", "-50"]
    page = BeautifulSoup(client.get(address).text, "html.parser")
    assert [one.text for one in page.select("details .profile-events a")] == ["-40", "-50"]
    assert page.select_one(".profile-events li span").text.endswith("· Intervention · Reporté")


@pytest.mark.parametrize("number", [1, 3])
def test_events_on_a_profile_cost_one_query(client, django_assert_num_queries, number):
    anna = profile("Anna Weber")
    for place in range(number):
        with_person(anna, title=f"{place}", slug=f"e{place}")
    client.get("/fr/annuaire/anna-weber/")

    with django_assert_num_queries(2):
        assert len(titles(client, "/fr/annuaire/anna-weber/")) == number


def test_a_profile_without_events_says_nothing_of_them(client):
    profile("Anna Weber")

    assert 'id="profile-events"' not in client.get("/fr/annuaire/anna-weber/").text
