"""Over filters put together at random: a facet says what choosing it gives, clusters add up to the
list, and no sequence of questions tells where in its locality somebody is who shows it only."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cluster.geo.boxes import Box
from cluster.geo.points import Point, format_location
from directory.branches import BRANCHES, plant_branches
from directory.browse import Browse
from directory.generation import generate
from directory.models import ProfileListing, ProfilePage
from directory.query import ProfileQuery
from tests.factories.directory import ESCH, OFF_CENTRE, profile

pytestmark = pytest.mark.django_db
API = "/api/v1/directory"
AT_RANDOM = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SKILLS = ("illustration", "photographie", "graphisme", "stylisme", "prise-de-son")


def some(*values: str):
    return st.sampled_from(values)


def box_of(corners: tuple[float, float, float, float]) -> str:
    west, east = sorted(corners[:2])
    south, north = sorted(corners[2:])
    box = Box(west, south, east, north)
    return f"{box.west},{box.south},{box.east},{box.north}"


LONGITUDES, LATITUDES = st.floats(5.7, 6.6), st.floats(49.4, 50.2)
BOXES = st.tuples(LONGITUDES, LONGITUDES, LATITUDES, LATITUDES).map(box_of)
PLACES = st.one_of(
    some("Esch", "Luxembourg", "4001", "Diddeleng"),
    st.tuples(LATITUDES, LONGITUDES).map(lambda at: f"{at[0]},{at[1]}"),
)
EACH = {
    "q": some("atelier", "photographe", "grafiekr", "design affiche", '"web development"', "zz"),
    "branch": some(*BRANCHES),
    "skill": some(*SKILLS),
    "kind": some("freelancer", "studio", "collective", "institution"),
    "language": some("lb", "fr", "de", "en", "pt"),
    "availability": some("available", "limited", "unavailable"),
    "canton": some("Luxembourg", "Esch-sur-Alzette", "Mersch"),
    "near": PLACES,
    "bbox": BOXES,
}
ONE = st.one_of(
    [values.map(lambda value, name=name: (name, value)) for name, values in EACH.items()]
)
FILTERS = st.lists(ONE, max_size=4).map(urlencode)


@pytest.fixture
def sixty(tree):
    plant_branches()
    list(generate(60, seed=3))


@AT_RANDOM
@given(parameters=FILTERS)
def test_each_facet_says_what_choosing_it_gives(sixty, parameters):
    browse = Browse(ProfileQuery.of(QueryDict(parameters)), "fr")

    assert browse.count == browse.query.count() == len(browse.query.results("fr", limit=100))
    for facet, values in browse.facets.items():
        for one in values:
            address = browse.query.having(facet, one["slug"]).url()
            assert ProfileQuery.of(QueryDict(address[1:])).count() == one["count"], (facet, one)


@AT_RANDOM
@given(parameters=FILTERS, box=BOXES, zoom=st.integers(0, 22))
def test_clusters_add_up_to_the_list(client: Client, sixty, parameters, box, zoom):
    query = ProfileQuery.of(QueryDict(f"{parameters}&bbox={box}"))
    address = query.url()

    features = client.get(f"{API}/map/{address}&zoom={zoom}").json()["features"]
    listed = client.get(f"{API}/profiles/{address}").json()["count"]

    assert len(features) <= 500
    assert sum(one["properties"]["count"] for one in features) == listed


def elsewhere_in_esch() -> list[Point]:
    return [OFF_CENTRE, Point(5.9601, 49.4855), ESCH.point]


QUESTION = st.one_of(
    st.tuples(PLACES, st.floats(0.1, 20)).map(
        lambda one: f"profiles/?near={one[0]}&radius={one[1]}&sort=distance"
    ),
    st.tuples(st.floats(49.48, 49.52), st.floats(5.94, 6.02), st.floats(0.1, 3)).map(
        lambda one: f"profiles/?near={one[0]},{one[1]}&radius={one[2]}"
    ),
    BOXES.map(lambda box: f"profiles/?bbox={box}&sort=name"),
    st.tuples(BOXES, st.integers(0, 22)).map(lambda one: f"map/?bbox={one[0]}&zoom={one[1]}"),
    st.tuples(BOXES, PLACES).map(
        lambda one: f"profiles/?bbox={one[0]}&near={one[1]}&sort=distance&facets=true"
    ),
)


def live_at(key: int, point: Point) -> None:
    page = ProfilePage.objects.get(pk=key)
    page.location = format_location(point)
    page.save_revision().publish()
    first = page.first_published_at
    ProfileListing.objects.filter(pk=key).update(updated_at=first)


@AT_RANDOM
@given(questions=st.lists(QUESTION, min_size=1, max_size=6))
def test_no_sequence_of_questions_narrows_the_place_of_who_shows_a_locality_only(
    client: Client, places, questions
):
    """All that is answered is the same wherever in its locality somebody lives."""
    answers = [[client.get(f"{API}/{one}").content for one in questions] for _ in places.each()]

    assert answers[1:] == answers[:-1]


class Places:
    """One profile, at one point after another; who lives near it shows exactly where."""

    def __init__(self) -> None:
        self.key = profile("Anna", locality=ESCH.name, point=OFF_CENTRE, precision="locality").pk
        profile("Ben", locality=ESCH.name, point=OFF_CENTRE, precision="exact")
        self.rows = [self._listed(point) for point in elsewhere_in_esch()]

    def _listed(self, point: Point) -> dict:
        live_at(self.key, point)
        return ProfileListing.objects.filter(pk=self.key).values().get()

    def each(self):
        for row in self.rows:
            ProfileListing.objects.filter(pk=self.key).update(**row)
            yield row


@pytest.fixture
def places(tree):
    return Places()


def test_the_listing_itself_is_the_same_wherever_somebody_lives(places):
    assert places.rows[1:] == places.rows[:-1]
