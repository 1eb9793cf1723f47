import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.geo.boxes import Box, box_around, parse_box
from cluster.geo.cells import cell_bounds, cell_of, prefix_range
from cluster.geo.distance import kilometres
from cluster.geo.points import Point

LUXEMBOURG = Point(6.13268, 49.60982)
ESCH = Point(5.98056, 49.49583)
points = st.builds(Point, st.floats(-180, 180), st.floats(-85, 85))


def test_from_the_capital_to_esch_are_seventeen_kilometres():
    assert kilometres(LUXEMBOURG, ESCH) == pytest.approx(16.8, abs=0.1)


@given(points, points)
def test_distance_is_the_same_both_ways_and_half_the_globe_at_most(one, other):
    there = kilometres(one, other)

    assert there == pytest.approx(kilometres(other, one))
    assert 0 <= there <= math.pi * 6371.01


@given(points, points, st.floats(0.1, 2_000))
def test_the_box_around_a_circle_holds_all_of_it(centre, other, radius):
    if kilometres(centre, other) <= radius:
        assert box_around(centre, radius).contains(other)


def test_the_box_around_a_circle_is_not_much_larger():
    box = box_around(LUXEMBOURG, 10)

    assert kilometres(LUXEMBOURG, Point(LUXEMBOURG.longitude, box.north)) == pytest.approx(10)
    assert kilometres(LUXEMBOURG, Point(box.east, LUXEMBOURG.latitude)) == pytest.approx(
        10, rel=1e-3
    )


def test_a_box_is_read_west_south_east_north():
    assert parse_box("5.7, 49.4,6.6,50.2") == Box(5.7, 49.4, 6.6, 50.2)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a box"),
        ("1,2,3", "not a box"),
        ("1,2,3,4,5", "not a box"),
        ("a,b,c,d", "not a box"),
        ("nan,1,2,3", "not a box"),
        ("6,49,5,50", "west must not"),
        ("5,50,6,49", "south must not"),
        ("5,49,6,91", "latitude must be"),
    ],
)
def test_a_broken_box_is_refused_with_its_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        parse_box(text)


@given(points, st.integers(0, 20))
def test_a_cell_holds_its_point_and_begins_with_the_cells_above(point, zoom):
    cell = cell_of(point, zoom)
    bounds = cell_bounds(cell)

    assert len(cell) == zoom
    assert cell_of(point, 20).startswith(cell)
    assert bounds.west - 1e-9 <= point.longitude <= bounds.east + 1e-9
    assert bounds.south - 1e-9 <= point.latitude <= bounds.north + 1e-9


def test_a_quadkey_is_the_one_web_maps_use():
    assert cell_of(LUXEMBOURG, 8) == "12020322"
    assert cell_of(cell_bounds("213").centre, 3) == "213"
    assert cell_bounds("213").west == 3 / 8 * 360 - 180


@given(points, points, st.integers(1, 12))
def test_a_cells_range_holds_its_own_inner_cells_and_no_others(one, other, zoom):
    cell, inner = cell_of(one, zoom), cell_of(other, 20)
    low, high = prefix_range(cell)

    assert (low <= inner < high) == inner.startswith(cell)


def test_what_is_no_cell_is_refused():
    with pytest.raises(ValueError, match="digits"):
        cell_bounds("12x")
