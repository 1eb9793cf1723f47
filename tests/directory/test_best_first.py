"""Where a word finds very many, PostgreSQL reads the first without sorting all of them: nobody can
tell. SQLite sorts, and answers the same."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.http import QueryDict
from wagtail.search.backends import get_search_backend

from directory.best_first import FEW, NARROW, WIDE
from directory.branches import plant_branches
from directory.browse import Browse
from directory.generation import generate
from directory.listing import renew_statistics
from directory.models import ProfileListing
from directory.ordering import ordered, today_begins_at
from directory.projection import TURNS
from directory.query import ProfileQuery
from directory.vectors import ZONES, has, without_index
from tests.factories.directory import skill
from tests.factories.multitude import multiply

pytestmark = pytest.mark.django_db
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
SEARCHES = (
    *("q=graphisme", "q=concert", "q=atelier", "q=luxembourg", "q=lettre&kind=freelancer"),
    *("q=design&branch=design", 'q="graphic design"', "q=exposition&bbox=5.5,49.4,6.6,50.3"),
    *("q=luxembourg+atelier", "q=design+graphisme"),
)


DAYS = ((0, TURNS - WIDE), (TURNS - WIDE + NARROW, TURNS - NARROW), (TURNS - NARROW, TURNS))
"""Between which two the ring begins."""


@pytest.fixture
def many(tree):
    """Some of whom nobody confirms any more; a time of their own tells copies from each other."""
    plant_branches()
    made = skill("Graphisme", en="Graphic design", de="Grafikdesign")
    made.synonyms = {"fr": "graphiste, identité visuelle", "en": "graphic designer"}
    made.save()
    list(generate(60, seed=3))
    multiply(70)
    listings = list(ProfileListing.objects.only("pk", "turn"))
    for listing in listings:
        listing.updated_at = FIRST + timedelta(seconds=listing.pk)
        listing.turn += TURNS * (listing.pk % 10 == 7)
    ProfileListing.objects.bulk_update(listings, ["updated_at", "turn"], batch_size=300)
    renew_statistics()


def move_to_a_day_when_the_ring_begins_between(time_machine, least: int, most: int) -> None:
    for days in count():
        day = date(2026, 1, 1) + timedelta(days)
        midnight = datetime.combine(day, time(), ZoneInfo("Europe/Luxembourg"))
        time_machine.move_to(midnight, tick=False)
        if least <= today_begins_at() < most:
            return


def test_very_many_are_found_in_the_order_of_all_that_are_sorted(many, time_machine):
    for least, most in DAYS:
        move_to_a_day_when_the_ring_begins_between(time_machine, least, most)
        for asked in SEARCHES:
            query = ProfileQuery.of(QueryDict(asked))
            everyone = ordered(query.matches(), (query.order, None, query.words))
            moments = [one.isoformat() for one in everyone.values_list("updated_at", flat=True)]

            assert query.count() == Browse(query, "fr").count == len(moments) > FEW, asked
            for offset in (0, 90, len(moments) - 7):
                found = query.results("fr", offset=offset, limit=30, count=len(moments))
                shown = [one["updated_at"] for one in found]
                assert shown == moments[offset : offset + 30], (asked, offset)


def plan_of(sql: str, values: tuple[str, ...]) -> str:
    """With what an index on an expression is good for, and nothing else."""
    with connection.cursor() as cursor:
        for way in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN {sql}", values)
        return "\n".join(line for (line,) in cursor.fetchall())


@pytest.mark.postgresql
def test_a_search_asks_by_the_very_expression_that_its_index_is_on_or_by_the_words_alone():
    found = get_search_backend().search("gravure", ProfileListing, order_by_relevance=False)
    sql, values = found.get_queryset().order_by().query.sql_with_params()

    assert "Bitmap Index Scan on listing_by_word " in plan_of(sql, values)
    assert "directory_words_in" in sql
    assert "directory_words_in" not in without_index(sql)


@pytest.mark.postgresql
@pytest.mark.parametrize("zone", ZONES)
def test_what_a_zone_has_is_asked_of_the_zones_own_index(zone):
    condition, asked = has(zone, ((" gravure ",),))
    sql = f"SELECT 1 FROM directory_profilelisting WHERE {condition}"  # noqa: S608 - our own
    plan = plan_of(sql, (asked,))

    assert f"Bitmap Index Scan on listing_by_word_in_{zone} " in plan
