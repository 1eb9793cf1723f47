"""What the agenda reads is what anybody may read of the events, whatever happened to them."""

import datetime as dt
import importlib

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from cluster.core.sections import home_of
from directory.models import Skill
from events.models import EventPage, ListedSession
from tests.factories import events as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
START = dt.datetime(2026, 10, 10, tzinfo=dt.UTC)


def rows():
    fields = [one.attname for one in ListedSession._meta.concrete_fields if one.name != "id"]
    return sorted(ListedSession.objects.values_list(*fields), key=str)


def titles(language="fr"):
    found = ListedSession.objects.in_language(language).order_by("page")
    return [row.page.title for row in found.select_related("page")]


def both(**fields):
    """An event in French and in English."""
    first = make.event(title="Deux", slug="deux", **fields)
    return first, make.event(title="Two", slug="two", language="en", translation_of=first, **fields)


def test_what_is_rebuilt_equals_what_was_kept_up_row_for_row(
    django_capture_on_commit_callbacks,
):
    skills = [Skill.objects.create(name=name, slug=name.lower()) for name in ("Gravure", "Son")]
    make.event(title="Un", slug="un", skills=skills, languages=["fr", "lb"], locality="Clervaux")
    _first, second = both(skills=skills)
    second.unpublish()
    make.event(title="Brouillon", slug="brouillon", draft=True)
    closed = make.event(title="Fermé", slug="ferme")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    opened = make.event(title="Rouvert", slug="rouvert")
    door = PageViewRestriction.objects.create(page=opened, restriction_type="login")
    with django_capture_on_commit_callbacks(execute=True):
        door.delete()
    make.event(title="Parti", slug="parti").delete()
    skills[0].slug = "taille-douce"
    skills[0].save()
    skills[1].delete()
    kept = rows()

    call_command("rebuild_agenda")

    assert titles() == ["Un", "Deux", "Rouvert"]
    assert kept == rows()


def test_what_the_listing_was_never_told_of_is_found_by_a_rebuild():
    gone, stays = make.event(title="Parti", slug="parti"), make.event(title="Resté", slug="reste")
    EventPage.objects.filter(pk=gone.pk).update(live=False)
    assert titles() == ["Parti", "Resté"]

    call_command("rebuild_agenda")

    assert titles() == [stays.title]


def test_readers_find_their_own_language_and_the_other_when_it_is_gone():
    first, second = both()
    assert (titles("fr"), titles("en"), titles("de")) == (["Deux"], ["Two"], ["Deux"])

    first.unpublish()
    assert (titles("fr"), titles("en"), titles("de")) == (["Two"], ["Two"], ["Two"])

    second.delete()
    assert titles("en") == []


def test_what_is_behind_a_door_is_not_listed_but_its_open_translation_is(
    django_capture_on_commit_callbacks,
):
    both()
    agenda = make.agenda("fr")

    door = PageViewRestriction.objects.create(page=agenda, restriction_type="login")
    assert titles("fr") == ["Two"]

    with django_capture_on_commit_callbacks(execute=True):
        door.delete()
    assert titles("fr") == ["Deux"]


def test_below_a_home_that_is_closed_nothing_is_listed_until_it_opens():
    both()
    home = home_of("fr").page()

    home.unpublish()
    assert titles("de") == ["Two"]

    home.save_revision().publish()
    assert titles("de") == ["Deux"]


def test_an_alias_is_not_listed_beside_its_original_and_is_once_it_is_a_page_of_its_own():
    first = make.event(title="Deux", slug="deux")
    first.copy_for_translation(make.agenda("en").locale, alias=True)
    assert ListedSession.objects.in_language("en").get().page_id == first.pk

    alias = EventPage.objects.exclude(pk=first.pk).get()
    alias.alias_of = None
    alias.save(update_fields=["alias_of"])

    assert ListedSession.objects.in_language("en").get().page_id == alias.pk


def test_events_from_before_there_was_a_listing_are_listed_after_the_migration():
    make.event(title="Un", slug="un")
    ListedSession.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert titles() == ["Un"]


def test_migrations_can_go_back_to_before_there_was_a_listing():
    make.event()
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {ListedSession._meta.db_table} RENAME TO gone")

    call_command("migrate", verbosity=0)


HOURS = st.integers(0, 12)
SESSIONS = st.lists(st.tuples(HOURS, st.integers(0, 5)), min_size=1, max_size=6)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sessions=SESSIONS, after=st.none() | HOURS, before=st.none() | st.integers(1, 13))
def test_an_event_stands_at_its_first_session_in_a_stretch_or_its_last_before_an_end(
    sessions, after, before
):
    if after is None and before is None:
        return
    at = [START + dt.timedelta(hours=hour) for hour in range(20)]
    page = make.event(sessions=[make.session(at[hour], at[hour + n]) for hour, n in sessions])
    begin, end = (None if hour is None else at[hour] for hour in (after, before))

    shown = ListedSession.objects.in_language("fr").shown(begin, end)
    found = [(row.start, row.more) for row in shown]

    every = sorted(page.sessions.all(), key=lambda one: (one.start, one.pk))
    fitting = [
        number
        for number, one in enumerate(every)
        if (begin is None or one.end > begin or one.start == one.end == begin)
        and (end is None or one.start < end)
    ]
    chosen = (fitting[-1:] if begin is None else fitting[:1]) if fitting else []
    assert found == [(every[number].start, len(every) - number - 1) for number in chosen]
    assert ListedSession.objects.in_language("fr").between(begin, end).count() == len(fitting)
    page.delete()


def test_what_is_counted_of_the_facets_is_kept_for_a_minute_whatever_is_chosen(
    client, django_assert_num_queries, time_machine
):
    time_machine.move_to(START + dt.timedelta(seconds=30), tick=False)
    for n in range(3):
        make.event(slug=f"e{n}", free=n > 0, price="" if n else "5 €")
    client.get("/fr/agenda/")

    for query, number in (("", 3), ("?free=true", 2), ("?free=true&type=meetup", 2)):
        with django_assert_num_queries(2):
            agenda = client.get(f"/fr/agenda/{query}").context["agenda"]
        assert (agenda.count, len(agenda.cards)) == (number, number)
    time_machine.move_to(START + dt.timedelta(minutes=1), tick=False)
    with django_assert_num_queries(3):
        client.get("/fr/agenda/")


def test_searches_share_no_numbers(client, time_machine):
    time_machine.move_to(START, tick=False)
    make.event(title="Un", slug="un", locality="Clervaux")
    both()
    make.event(slug="plus-tard", sessions=[make.session(START + 100 * make.DAY)])
    queries = (
        "",
        "?q=un",
        "?near=Clervaux",
        "?bbox=6,50,6.1,50.1",
        "?to=2026-10-20",
        "?format=online",
    )

    for query in (*queries, "?view=month", "?view=month&month=2027-01", "?from=2027-01-01"):
        for agenda in ("/fr/agenda/", "/en/events/"):
            shown = client.get(f"{agenda}{query}").context["agenda"]
            asked = shown.query.of(ListedSession.objects.in_language(shown.language), now=shown.now)
            assert shown.count == asked.count()


def test_what_begins_now_and_has_no_length_is_neither_listed_nor_counted_half_a_minute_later(
    client, time_machine
):
    time_machine.move_to(START - dt.timedelta(seconds=30), tick=False)
    make.event(sessions=[make.session(START, START)])
    assert client.get("/fr/agenda/").context["agenda"].count == 1

    time_machine.move_to(START + dt.timedelta(seconds=30), tick=False)
    agenda = client.get("/fr/agenda/").context["agenda"]
    assert (agenda.count, agenda.cards) == (0, [])


def test_the_migration_finds_the_days_that_the_listing_has():
    hour = make.HOUR
    night = dt.datetime(2026, 10, 24, 22, tzinfo=dt.UTC)
    stretches = [
        *(
            (night + n * hour, night + (n + more) * hour)
            for n in range(6)
            for more in (0, 1, 2, 30)
        ),
        (night - 2 * hour, night),
    ]
    make.event(sessions=[make.session(*one) for one in stretches])
    before = rows()
    ListedSession.objects.update(begins_on=dt.date.min, ends_on=dt.date.min)

    name = "events.migrations.0010_days_of_what_is_listed"
    importlib.import_module(name).set_days(apps, None)

    assert rows() == before


def test_numbers_of_facets_that_are_kept_follow_every_change(client):
    def free():
        types = client.get("/fr/agenda/").context["agenda"].chips.types
        return [one["count"] for one in types if one["url"] == "/fr/agenda/?free=true"]

    page = make.event(free=True)
    assert free() == [1]
    make.event(slug="autre", free=True)
    assert free() == [2]
    page.delete()
    assert free() == [1]
    EventPage.objects.get().unpublish()
    assert free() == []
