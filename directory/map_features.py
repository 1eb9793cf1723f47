"""The matches of a query as GeoJSON: dots where they are few, clusters where they are many."""

from typing import Any

from django.db.models import Avg, Count, Max, Min, QuerySet
from django.db.models.functions import Substr

from cluster.geo import gazetteer
from cluster.geo.boxes import Box
from cluster.geo.cells import MAX_ZOOM, cell_of
from cluster.geo.points import Point

from .addresses import absolute, profile_url
from .models.listing import ProfileListing
from .query import ProfileQuery

MOST = 500
FINER = 2
"""A tile of the map is shared by so many levels of cells: 4 by 4 clusters at most."""
Feature = dict[str, Any]
OF_A_GROUP = {
    "count": Count("pk"),
    "first": Min("pk"),
    "west": Min("longitude"),
    "south": Min("latitude"),
    "east": Max("longitude"),
    "north": Max("latitude"),
    "longitude_mean": Avg("longitude"),
    "latitude_mean": Avg("latitude"),
}
"""What `cluster` says of the rows that lie together."""


def features(query: ProfileQuery, zoom: int, language: str) -> list[Feature]:
    """At most 500, whose counts add up to the matches that have a point. Two queries."""
    groups = _groups(query, zoom)
    alone = [group["first"] for group in groups if group["count"] == 1]
    summaries = dict(
        ProfileListing.objects.filter(pk__in=alone).values_list("pk", f"summaries__{language}")
    )
    return [
        _profile(summaries[group["first"]], language) if group["count"] == 1 else cluster(group)
        for group in groups
    ]


def _groups(query: ProfileQuery, zoom: int) -> list[dict[str, Any]]:
    placed = query.matches().filter(latitude__isnull=False)
    level = level_for(query.bbox or gazetteer.region(), zoom)
    groups = list(_grouped(placed, level)[: MOST + 1])
    while len(groups) > MOST:
        level = max(1, level - 2)
        groups = list(_grouped(placed, level)[: MOST + 1])
    return groups


def _grouped(placed: QuerySet[ProfileListing], level: int) -> QuerySet:
    return (
        placed.order_by()
        .annotate(group=Substr("cell", 1, level))
        .values("group")
        .annotate(**OF_A_GROUP)
        .order_by("group")
    )


def level_for(box: Box, zoom: int) -> int:
    """The finest level of cells, up to the zoom's, of which at most 500 touch the box."""
    for level in range(min(MAX_ZOOM, zoom + FINER), 1, -1):
        west, north = _tile(cell_of(Point(box.west, box.north), level))
        east, south = _tile(cell_of(Point(box.east, box.south), level))
        if (east - west + 1) * (south - north + 1) <= MOST:
            return level
    return 1


def _tile(cell: str) -> tuple[int, int]:
    x = int("".join("1" if digit in "13" else "0" for digit in cell), 2)
    y = int("".join("1" if digit in "23" else "0" for digit in cell), 2)
    return x, y


def _profile(summary: dict[str, Any], language: str) -> Feature:
    place = summary["place"]
    branch = summary["branches"][0]["colour"] if summary["branches"] else None
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": place["point"]},
        "properties": {
            "cluster": False,
            "count": 1,
            "id": summary["id"],
            "slug": summary["slug"],
            "name": summary["name"],
            "headline": summary["headline"],
            "branch": branch,
            "precision": place["precision"],
            "html_url": absolute(profile_url(summary["slug"], language)),
        },
    }


def cluster(group: dict[str, Any]) -> Feature:
    middle = [round(group["longitude_mean"], 6), round(group["latitude_mean"], 6)]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": middle},
        "properties": {
            "cluster": True,
            "count": group["count"],
            "bbox": [group["west"], group["south"], group["east"], group["north"]],
        },
    }
