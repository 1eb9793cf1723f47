"""Numbers that are shown are the numbers one gets; and what is not shown cannot be found out."""

import pytest
from django.http import QueryDict
from django.test import Client

from cluster.geo import gazetteer
from cluster.geo.points import Point
from directory.branches import plant_branches
from directory.browse import Browse
from directory.generation import generate
from directory.query import ProfileQuery
from tests.factories.directory import ESCH, profile

pytestmark = pytest.mark.django_db
API = "/api/v1/directory"
SEARCHES = (
    "",
    "branch=design&branch=music",
    "skill=illustration&kind=freelancer",
    "q=atelier&language=fr",
    "near=49.5,6.0123456&radius=12.3456789",
    "bbox=5.7000001,49.4000001,6.2000001,49.8000001&availability=available",
    "canton=Luxembourg&sort=name&page=2",
)
SEQUENCE = (
    *("profiles/", "profiles/anna/", "map/?zoom=22", "map/?bbox=5.9,49.4,6.1,49.6&zoom=22"),
    *(f"profiles/?near=49.50753,6.00186&radius={radius}" for radius in (0.1, 0.5, 1, 2, 5)),
    *("profiles/?near=49.50753,6.00186&sort=distance", "profiles/?near=Esch&sort=distance"),
    *("profiles/?bbox=6.0018,49.5075,6.0019,49.5076", "profiles/?bbox=5.98,49.49,5.99,49.5"),
    *("profiles/?facets=true&q=esch", "suggest/?q=anna", "suggest/?q=esch"),
)


def test_each_facet_says_what_choosing_it_gives(tree):
    plant_branches()
    list(generate(60, seed=3))

    for parameters in SEARCHES:
        browse = Browse(ProfileQuery.of(QueryDict(parameters)), "fr")
        assert browse.count == browse.query.count()
        for facet, values in browse.facets.items():
            for one in values:
                address = browse.query.having(facet, one["slug"]).url()
                chosen = ProfileQuery.of(QueryDict(address[1:]))
                assert not chosen.ignored
                assert chosen.count() == one["count"], (parameters, one)


@pytest.mark.parametrize("zoom", [0, 9, 14, 22])
def test_the_maps_counts_add_up_to_the_matches_in_the_box(client: Client, tree, zoom):
    plant_branches()
    list(generate(60, seed=3))
    box = "bbox=5.9,49.45,6.2,49.7"

    features = client.get(f"{API}/map/?{box}&zoom={zoom}").json()["features"]
    matches = client.get(f"{API}/profiles/?{box}").json()["count"]

    assert len(features) <= 500
    assert sum(one["properties"]["count"] for one in features) == matches


def test_nothing_asked_tells_where_in_its_locality_a_profile_is(client: Client, tree):
    answers = []
    page = profile("Anna", locality="Esch-sur-Alzette", point=Point(6.00186, 49.50753))
    for point in (Point(6.00186, 49.50753), Point(5.9601, 49.4855)):
        page.location = f"SRID=4326;POINT({point.longitude} {point.latitude})"
        page.save_revision().publish()
        page.listing.refresh_from_db()
        type(page.listing).objects.update(
            updated_at=page.listing.confirmed_at or page.first_published_at
        )
        answers.append([client.get(f"{API}/{address}").content for address in SEQUENCE])

    assert answers[0] == answers[1]
    assert [page.listing.longitude, page.listing.latitude] == [
        ESCH.point.longitude,
        ESCH.point.latitude,
    ]


def test_every_place_reads_back_as_itself():
    lost = [
        place.name
        for place in gazetteer.localities()
        if (found := gazetteer.find(gazetteer.find(place.name).name)) != gazetteer.find(place.name)
        and found
    ]
    assert lost == []
