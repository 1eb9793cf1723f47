"""The region's outline (Natural Earth, public domain): the base map without tiles."""

import json
import math
from functools import cache
from pathlib import Path

from .boxes import Box
from .points import Point

WIDTH = 400
"""Of the drawing, in its own units; the height follows from the outline."""


def outline_file() -> Path:
    """Also served as a static file, for the map in the browser."""
    return Path(__file__).parents[2] / "static" / "geo" / "outline.geojson"


@cache
def rings() -> tuple[tuple[Point, ...], ...]:
    """The outer and inner borders, of a Polygon or a MultiPolygon."""
    geometry = json.loads(outline_file().read_text(encoding="utf-8"))["geometry"]
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return tuple(
        tuple(Point(*position[:2]) for position in ring) for polygon in polygons for ring in polygon
    )


@cache
def extent() -> Box:
    points = [point for ring in rings() for point in ring]
    return Box(
        min(point.longitude for point in points),
        min(point.latitude for point in points),
        max(point.longitude for point in points),
        max(point.latitude for point in points),
    )


@cache
def size() -> tuple[int, int]:
    """Width and height of the drawing."""
    box = extent()
    narrowing = math.cos(math.radians(box.centre.latitude))
    return WIDTH, round(WIDTH * (box.north - box.south) / ((box.east - box.west) * narrowing))


def position(point: Point) -> tuple[float, float]:
    """Where a point lies in the drawing, from its upper left corner."""
    box, (width, height) = extent(), size()
    across = (point.longitude - box.west) / (box.east - box.west)
    down = (box.north - point.latitude) / (box.north - box.south)
    return round(across * width, 1), round(down * height, 1)


@cache
def path() -> str:
    """The outline as the `d` of an SVG path."""
    return "".join(
        "M" + "L".join(f"{x:g} {y:g}" for x, y in map(position, ring)) + "Z" for ring in rings()
    )
