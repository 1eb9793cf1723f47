"""Quadkeys: the square tiles of a web map, one digit a zoom level.

A point's cell at a zoom begins with its cells at all smaller zooms, so "in this cell" is a range
of an indexed text column: `low <= cell < high` with `prefix_range`.
"""

import math

from .boxes import Box
from .points import Point

MAX_ZOOM = 20
MAX_LATITUDE = 85.05112877980659
"""Where the square map ends; points beyond are counted to its outermost row."""


def cell_of(point: Point, zoom: int) -> str:
    x, y = _tile_of(point, zoom)
    return _quadkey(x, y, zoom)


def cell_bounds(cell: str) -> Box:
    """Raises ValueError where `cell` is no quadkey. "" is the whole map."""
    if set(cell) - set("0123"):
        raise ValueError("a cell is written in the digits 0 to 3")
    x = y = 0
    for digit in cell:
        x = x * 2 + (digit in "13")
        y = y * 2 + (digit in "23")
    tiles = 2 ** len(cell)
    return Box(
        x / tiles * 360 - 180,
        _latitude((y + 1) / tiles),
        (x + 1) / tiles * 360 - 180,
        _latitude(y / tiles),
    )


def prefix_range(cell: str) -> tuple[str, str]:
    """(low, high): the cells inside `cell` are those with `low <= other < high` in any collation
    that orders the digits."""
    return (cell, cell[:-1] + str(int(cell[-1]) + 1)) if cell else ("", "4")


def _tile_of(point: Point, zoom: int) -> tuple[int, int]:
    tiles = 2**zoom
    latitude = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, point.latitude)))
    across = (point.longitude + 180) / 360
    down = (1 - math.asinh(math.tan(latitude)) / math.pi) / 2
    return (
        max(0, min(tiles - 1, int(across * tiles))),
        max(0, min(tiles - 1, int(down * tiles))),
    )


def _latitude(down: float) -> float:
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * down))))


def _quadkey(x: int, y: int, zoom: int) -> str:
    digits = ((y >> level & 1) * 2 + (x >> level & 1) for level in reversed(range(zoom)))
    return "".join(map(str, digits))
