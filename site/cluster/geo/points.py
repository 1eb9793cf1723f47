"""A point on the earth (WGS 84) and the two texts it is written as."""

import math
import re
from dataclasses import dataclass

SRID = 4326
NUMBER = r"(-?\d{1,3}(?:\.\d{1,20})?)"
LOCATION = re.compile(rf"SRID=(\d{{1,6}});\s?POINT\s?\({NUMBER} {NUMBER}\)", re.ASCII)
LAT_LON = re.compile(rf"\s*{NUMBER}\s*,\s*{NUMBER}\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """Longitude first, as in GeoJSON; in degrees. ValueError where there is no such place."""

    longitude: float
    latitude: float

    def __post_init__(self) -> None:
        for name, limit in (("longitude", 180), ("latitude", 90)):
            value = getattr(self, name)
            if not (math.isfinite(value) and -limit <= value <= limit):
                raise ValueError(f"{name} must be between -{limit} and {limit}, not {value}")


def parse_location(text: str) -> Point:
    """The point in the geo widget's text, `SRID=4326;POINT(longitude latitude)`.

    Raises ValueError for anything else, another reference system included.
    """
    found = LOCATION.fullmatch(text.strip())
    if found is None:
        raise ValueError("not a location: SRID=4326;POINT(longitude latitude)")
    if int(found[1]) != SRID:
        raise ValueError(f"a location must be in SRID {SRID}, not {found[1]}")
    return Point(float(found[2]), float(found[3]))


def format_location(point: Point) -> str:
    """The geo widget's text; six decimals, which is about 10 cm."""
    return f"SRID={SRID};POINT({_degrees(point.longitude)} {_degrees(point.latitude)})"


def parse_lat_lon(text: str) -> Point:
    """The point in `49.6,6.13`: latitude first, as people and maps write it. Raises ValueError."""
    found = LAT_LON.fullmatch(text)
    if found is None:
        raise ValueError("not a point: latitude,longitude in degrees")
    return Point(float(found[2]), float(found[1]))


def format_lat_lon(point: Point) -> str:
    return f"{_degrees(point.latitude)},{_degrees(point.longitude)}"


def _degrees(value: float) -> str:
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
