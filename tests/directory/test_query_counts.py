"""What a page of the directory asks of the database, however many profiles there are.

Section titles, the names of branches and skills, and who has which term are read before.
"""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.branches import plant_branches
from directory.generation import generate
from directory.listing import renew_statistics
from directory.models import ProfileListing
from directory.ordering import today_begins_at
from tests.factories.multitude import multiply

pytestmark = pytest.mark.django_db
LIST = "/fr/annuaire/"
API = "/api/v1/directory/"
SEARCHED = "q=photogrpahe&branch=design&branch=visual-arts"
FILTERED = "branch=design&branch=music&kind=freelancer&language=fr&sort=recent"
KNOWN = (
    *("/fr/agenda/", f"{API}branches/", f"{API}skills/", f"{API}suggest/?q=zz"),
    f"{API}profiles/?facets=true&limit=1",
)
EXPECTED = {
    LIST: 3,
    f"{LIST}?page=2": 3,
    f"{LIST}?{FILTERED}": 2,
    f"{LIST}?{SEARCHED}": 4,
    f"{LIST}?near=Esch&radius=15": 3,
    f"{LIST}?sort=name": 2,
    f"{LIST}?q=zzzzqq": 3,
    f"{API}profiles/": 2,
    f"{API}profiles/?page=2": 2,
    f"{API}profiles/?{FILTERED}": 1,
    f"{API}profiles/?{SEARCHED}": 3,
    f"{API}profiles/?near=Esch&radius=15": 2,
    f"{API}profiles/?sort=name&facets=true": 1,
    f"{API}suggest/?q=phot": 3,
    f"{API}branches/": 1,
    f"{API}skills/": 1,
}
"""On a day when the first page ends the ring of all profiles and begins it again."""


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo("Europe/Luxembourg"))


def move_to_the_day_when_the_ring_ends_on_the_first_page(time_machine) -> None:
    turns = sorted(ProfileListing.objects.values_list("turn", flat=True))
    for days in count():
        time_machine.move_to(midnight(date(2026, 1, 1) + timedelta(days)), tick=False)
        if 0 < len(turns) - bisect_left(turns, today_begins_at()) < 20:
            return


def queries_of(client: Client, address: str) -> int:
    """Of a page that nobody has asked for since something changed."""
    cache.clear()
    for known in KNOWN:
        client.get(known)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("invented", "times"), [(60, 1), (100, 100)])
def test_a_page_costs_at_most_four_queries_at_60_and_at_10_000_profiles(
    client: Client, tree, time_machine, invented, times
):
    plant_branches()
    list(generate(invented, seed=1))
    multiply(times)
    renew_statistics()
    assert ProfileListing.objects.count() == invented * times
    move_to_the_day_when_the_ring_ends_on_the_first_page(time_machine)

    assert {address: queries_of(client, address) for address in EXPECTED} == EXPECTED
