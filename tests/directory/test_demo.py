import pytest

from cluster.geo.distance import kilometres
from cluster.geo.gazetteer import by_name
from cluster.geo.points import parse_location
from directory.branches import BRANCHES
from directory.demo.artwork import COMPOSITIONS, draw
from directory.demo.loading import profiles
from directory.demo.writing import location


@pytest.fixture(scope="module")
def confirmed():
    return [profile for profile in profiles() if "state" not in profile]


def test_the_demo_shows_the_whole_country_and_every_branch(confirmed):
    assert len(confirmed) >= 60
    assert {slug for profile in confirmed for slug in profile["branches"]} == set(BRANCHES)
    assert len({profile["locality"] for profile in confirmed}) >= 25
    assert all(by_name(profile["locality"]) for profile in confirmed)


def test_three_wait_for_review_and_three_are_drafts():
    states = [profile["state"] for profile in profiles() if "state" in profile]

    assert sorted(states) == ["draft"] * 3 + ["waiting"] * 3


def test_some_who_hide_their_place_live_well_off_the_centre(confirmed):
    off = [
        profile["slug"]
        for profile in confirmed
        if profile["precision"] == "locality"
        and kilometres(parse_location(location(profile)), by_name(profile["locality"]).point) > 0.5
    ]

    assert len(off) >= 3


@pytest.mark.parametrize("manner", COMPOSITIONS)
def test_a_picture_is_the_same_every_time_and_another_word_draws_another(manner):
    assert draw(manner, "one") == draw(manner, "one")
    assert draw(manner, "one") != draw(manner, "two")
