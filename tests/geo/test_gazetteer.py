import csv

import pytest

from cluster.geo import gazetteer
from cluster.geo.points import Point


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Esch-sur-Alzette", "Esch-sur-Alzette"),
        ("esch sur alzette", "Esch-sur-Alzette"),
        ("Esch", "Esch-sur-Alzette"),
        ("Esch-Uelzecht", "Esch-sur-Alzette"),
        ("Düdelingen", "Dudelange"),
        ("dudelingen", "Dudelange"),
        ("LËTZEBUERG", "Luxembourg"),
        ("petange", "Pétange"),
        ("Pétange", "Pétange"),
        ("Rollingen", "Rollingen"),
    ],
)
def test_a_place_is_found_by_any_of_its_names_however_written(written, official):
    assert gazetteer.find(written).name == official


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("4001", "Esch-sur-Alzette"),
        ("L-4010", "Esch-sur-Alzette"),
        ("l4010 Esch", "Esch-sur-Alzette"),
        ("L-1511 Luxembourg", "Luxembourg"),
        ("9201", "Diekirch"),
        ("2412", "Luxembourg"),
        ("0000 Mersch", "Mersch"),
    ],
)
def test_a_place_is_found_by_its_postcode(written, official):
    assert gazetteer.find(written).name == official
    assert gazetteer.suggest(written)[0].name == official


def test_every_postcode_is_that_of_a_place_there_is():
    with gazetteer.postcodes_file().open(encoding="utf-8", newline="") as file:
        names = {row["locality"] for row in csv.DictReader(file)}

    assert {name for name in names if gazetteer.by_name(name) is None} == set()


@pytest.mark.parametrize(
    "written", ["", "-", "Paris", "0000", "L-99999", "40010", "Esch-sur-", "x" * 100_000]
)
def test_an_unknown_name_finds_nothing(written):
    assert gazetteer.find(written) is None


def test_every_official_name_finds_a_place_of_that_name():
    for place in gazetteer.localities():
        assert gazetteer.find(place.name).name == place.name
        assert gazetteer.by_name(place.name).name == place.name


def test_the_stored_name_is_written_exactly():
    assert gazetteer.by_name("Pétange").canton == "Esch-sur-Alzette"
    assert gazetteer.by_name("petange") is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Esch", "Esch-sur-Alzette"),
        ("diff", "Differdange"),
        ("Dudl", "Dudelange"),
        ("Dudlange", "Dudelange"),
        ("Etelbruck", "Ettelbruck"),
        ("lux", "Luxembourg"),
        ("Echternahc", "Echternach"),
    ],
)
def test_suggestions_take_the_beginning_of_a_name_and_forgive_typos(typed, first):
    assert gazetteer.suggest(typed)[0].name == first


def test_suggestions_are_no_more_than_asked_for_and_none_for_nothing():
    assert len(gazetteer.suggest("e", limit=3)) == 3
    assert gazetteer.suggest("  ") == ()
    assert gazetteer.suggest("qqqqqqqq") == ()


def test_nearest_to_a_field_beside_esch_is_esch():
    assert gazetteer.nearest(Point(5.985, 49.494)).name == "Esch-sur-Alzette"


def test_there_are_twelve_cantons():
    assert len(gazetteer.cantons()) == 12
    assert gazetteer.cantons()[0] == "Capellen"


def test_the_region_holds_every_place():
    assert all(gazetteer.region().contains(place.point) for place in gazetteer.localities())
