import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.geo.points import (
    Point,
    format_lat_lon,
    format_location,
    parse_lat_lon,
    parse_location,
)

points = st.builds(
    Point,
    st.floats(-180, 180).map(lambda value: round(value, 6)),
    st.floats(-90, 90).map(lambda value: round(value, 6)),
)


@given(points)
def test_a_point_survives_both_texts(point):
    assert parse_location(format_location(point)) == point
    assert parse_lat_lon(format_lat_lon(point)) == point


def test_the_widgets_own_text_is_read_as_it_writes_it():
    assert parse_location("SRID=4326;POINT(6.13268 49.60982)") == Point(6.13268, 49.60982)
    assert parse_location("SRID=4326;POINT (6 -49)") == Point(6, -49)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "49.6,6.1",
        "POINT(6.1 49.6)",
        "SRID=2169;POINT(6.1 49.6)",
        "SRID=4326;POINT(NaN 49.6)",
        "SRID=4326;POINT(181 49.6)",
        "SRID=4326;POINT(6.1 90.1)",
        "SRID=4326;POINT(6.1 49.6) or more",
        "SRID=4326;POINT(1e400 0)",
        "SRID=4326;POINT(٦ 49)",
    ],
)
def test_anything_but_a_place_on_earth_is_refused(text):
    with pytest.raises(ValueError, match=r"location|must be"):
        parse_location(text)


@pytest.mark.parametrize("text", ["", "49.6", "49.6;6.1", "91,6", "49,200", "nan,6", "49,6,7"])
def test_a_broken_latitude_longitude_is_refused(text):
    with pytest.raises(ValueError, match=r"not a point|must be"):
        parse_lat_lon(text)


def test_a_point_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match=r"longitude must be between"):
        Point(float("nan"), 0)


@given(st.text())
def test_no_text_raises_anything_but_value_error(text):
    for parse in (parse_location, parse_lat_lon):
        try:
            assert isinstance(parse(text), Point)
        except ValueError:
            continue
