"""Rectangles of longitude and latitude."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from .distance import EARTH_RADIUS_KM
from .points import NUMBER, Point

BBOX = re.compile(rf"\s*{NUMBER}\s*(?:,\s*{NUMBER}\s*){{3}}", re.ASCII)
SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Box:
    """In degrees, edges included; one that crosses the 180th meridian is not taken (ValueError)."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        Point(self.west, self.south)
        Point(self.east, self.north)
        if self.west > self.east:
            raise ValueError("west must not be greater than east")
        if self.south > self.north:
            raise ValueError("south must not be greater than north")

    def contains(self, point: Point) -> bool:
        return (
            self.west <= point.longitude <= self.east and self.south <= point.latitude <= self.north
        )

    @property
    def centre(self) -> Point:
        return Point((self.west + self.east) / 2, (self.south + self.north) / 2)


def parse_box(text: str) -> Box:
    """The box in `west,south,east,north`. Raises ValueError."""
    if BBOX.fullmatch(text) is None:
        raise ValueError("not a box: west,south,east,north in degrees")
    return Box(*(float(part) for part in text.split(",")))


def format_box(box: Box) -> str:
    """What `parse_box` reads back as the very same box."""
    return ",".join(plain(edge) for edge in (box.west, box.south, box.east, box.north))


def plain(number: float) -> str:
    """With all its digits, none too many and no exponent: 10.0 is "10"."""
    text = format(Decimal(repr(number)), "f")
    return text.removesuffix(".0")


def box_around(centre: Point, radius_km: float) -> Box:
    """The smallest box that holds the whole circle; all longitudes where it holds a pole or
    crosses the 180th meridian."""
    angle = radius_km / EARTH_RADIUS_KM
    reach = math.degrees(angle) + SLACK
    south, north = centre.latitude - reach, centre.latitude + reach
    if south <= -90 or north >= 90:
        return Box(-180, max(south, -90), 180, min(north, 90))
    aside = math.degrees(math.asin(math.sin(angle) / math.cos(math.radians(centre.latitude))))
    west, east = centre.longitude - aside - SLACK, centre.longitude + aside + SLACK
    if west < -180 or east > 180:
        west, east = -180, 180
    return Box(west, south, east, north)
