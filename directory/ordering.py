"""Where listings are and in which order they come; both from the public point only."""

import math
import zlib
from typing import Any, TypeVar

from django.db.models import Case, ExpressionWrapper, F, FloatField, Q, QuerySet, Value, When
from django.utils import timezone

from cluster.geo.boxes import Box, box_around
from cluster.geo.distance import EARTH_RADIUS_KM, kilometres
from cluster.geo.points import Point

from .models.listing import ProfileListing
from .projection import TURNS
from .ranking import score
from .search import Part

Placed = TypeVar("Placed", bound=QuerySet[Any, Any])
"""Rows with a `longitude` and a `latitude`."""
Row = tuple[dict[str, Any], Any, float | None, float | None]
Order = tuple[str, Point | None, tuple[Part, ...]]
"""Its name, where distances are from, what was searched."""


def inside(listings: Placed, box: Box) -> Placed:
    return listings.filter(
        latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
    )


def within(listings: Placed, centre: Point, km: float) -> Placed:
    """The box first, because it has an index."""
    return (
        inside(listings, box_around(centre, km))
        .alias(away=squared_distance(centre))
        .filter(away__lte=km * km)
    )


def squared_distance(centre: Point, of: str = "") -> ExpressionWrapper:
    """In km², by arithmetic alone, which every database has and does fast. `of` leads from the rows
    to what has the point: `listing__`.

    A degree of longitude is taken as long as it is halfway between both latitudes, that
    length's curve as straight: right to a thousandth up to 100 km, where the region ends.
    """
    degree = math.radians(1) * EARTH_RADIUS_KM
    latitude = math.radians(centre.latitude)
    bend = math.sin(latitude) * math.radians(1) / 2
    north = F(f"{of}latitude") - Value(centre.latitude)
    east = (F(f"{of}longitude") - Value(centre.longitude)) * (
        Value(math.cos(latitude)) - Value(bend) * north
    )
    return ExpressionWrapper(
        (north * north + east * east) * Value(degree * degree), output_field=FloatField()
    )


def ordered(listings: QuerySet[ProfileListing], by: Order) -> QuerySet[ProfileListing]:
    """A total order, so that no page repeats or skips anyone."""
    order, origin, parts = by
    if order == "name":
        return listings.order_by("sort_name", "pk")
    if order == "recent":
        return listings.order_by("-updated_at", "pk")
    if order == "distance" and origin:
        return listings.order_by(squared_distance(origin), "pk")
    return listings.order_by(*([score(parts).desc()] if parts else []), *by_turn())


def by_turn() -> tuple[Case, str, str]:
    """From where the ring begins today; behind it those that nobody confirms any more."""
    part = Case(
        When(turn__gte=TURNS, then=Value(2)),
        When(turn__gte=today_begins_at(), then=Value(0)),
        default=Value(1),
    )
    return part, "turn", "pk"


def a_slice(
    listings: QuerySet[ProfileListing], columns: tuple[str, ...], offset: int, limit: int, by: Order
) -> list[Row]:
    """First who is in it: together with the texts, those of every listing would be sorted."""
    shown = ordered(listings, by).values("pk")[offset : offset + limit]
    found = ordered(ProfileListing.objects.filter(pk__in=shown), by)
    return list(found.values_list(*columns))


def ring(
    listings: QuerySet[ProfileListing],
    columns: tuple[str, ...],
    offset: int,
    limit: int,
    count: int | None,
) -> list[Row]:
    """A slice of the ring of all listings, which every day begins at another place.

    Read along an index from there to the end and then from the start; sorting by a daily number
    would sort every listing for every page. Those that nobody confirms any more come behind it.
    """
    begin = today_begins_at()
    first = listings.filter(turn__gte=begin, turn__lt=TURNS)
    # Those behind the ring have the highest turns, so they end the second part by themselves.
    second = listings.filter(Q(turn__lt=begin) | Q(turn__gte=TURNS))
    rows = list(_slice(first, columns, offset, offset + limit))
    if len(rows) == limit:
        return rows
    if rows:
        return rows + list(_slice(second, columns, 0, limit - len(rows)))
    # All of the page is in the second part; counted from its end, the first needs no counting.
    total = listings.count() if count is None else count
    last = max(0, total - offset)
    backwards = second.order_by("-turn", "-pk").values_list(*columns)
    return list(backwards[max(0, last - limit) : last])[::-1]


def _slice(listings, columns, start: int, stop: int):
    return listings.order_by("turn", "pk").values_list(*columns)[start:stop]


def today_begins_at() -> int:
    return zlib.crc32(timezone.localdate().isoformat().encode()) % TURNS


def summary(row: Row, origin: Point | None) -> dict[str, Any]:
    """The finished summary, with what only the query knows."""
    texts, updated_at, longitude, latitude = row
    away = None
    if origin and longitude is not None and latitude is not None:
        away = round(kilometres(origin, Point(longitude, latitude)), 1)
    return {**texts, "distance_km": away, "updated_at": updated_at.isoformat()}
