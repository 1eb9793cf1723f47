"""The events asked for as GeoJSON: dots where they are few, clusters where they are many."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Floor
from django.http import JsonResponse, QueryDict

from cluster.core.days import date_format
from cluster.geo import gazetteer
from directory.map_features import MOST, OF_A_GROUP, Feature, cluster, level_for
from directory.models import Branch

from .dates import local
from .in_lists import ListedEvent
from .listed import ListedQuerySet
from .query import EventQuery
from .querysets import EventQuerySet

ZOOM = 10
MAX_ZOOM = 18


def respond(
    query: EventQuery,
    listed: ListedQuerySet,
    *,
    events: EventQuerySet,
    branches: Mapping[str, Branch],
    zoom: int,
    now: dt.datetime,
) -> JsonResponse:
    """At most 500 features, whose counts add up to the events that have a place. Three queries."""
    groups = _groups(query, listed, zoom=zoom, now=now)
    alone = [group["first"] for group in groups if group["count"] == 1]
    found = listed.filter(pk__in=alone).order_by("start", "page")
    features = [_event(event, branches) for event in found.in_lists(events)]
    features += [cluster(group) for group in groups if group["count"] > 1]
    return JsonResponse(
        {"type": "FeatureCollection", "features": features}, content_type="application/geo+json"
    )


def zoom_of(params: QueryDict) -> int:
    """Anything that is no zoom is the usual one."""
    text = params.get("zoom", "")
    is_number = text.isascii() and text.isdecimal() and len(text) < 3
    return min(int(text), MAX_ZOOM) if is_number else ZOOM


def _groups(
    query: EventQuery, listed: ListedQuerySet, *, zoom: int, now: dt.datetime
) -> list[dict[str, Any]]:
    placed = query.matches(listed, now=now).on_the_map()
    level = level_for(query.box or gazetteer.region(), zoom)
    groups = list(_grouped(placed, level)[: MOST + 1])
    while len(groups) > MOST and level:
        level = max(0, level - 2)
        groups = list(_grouped(placed, level)[: MOST + 1])
    return groups


def _grouped(placed: ListedQuerySet, level: int):
    """By squares of which 2 to the power of the level lie side by side around the earth."""
    side = 360 / 2**level
    return (
        placed.order_by()
        .annotate(column=Floor(F("longitude") / side), row=Floor(F("latitude") / side))
        .values("column", "row")
        .annotate(**OF_A_GROUP)
        .order_by("column", "row")
    )


def _event(event: ListedEvent, branches: Mapping[str, Branch]) -> Feature:
    branch = branches.get(next(iter(event.branch_slugs), ""))
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [event.longitude, event.latitude]},
        "properties": {
            "cluster": False,
            "count": 1,
            "id": event.pk,
            "slug": event.slug,
            "name": event.title,
            "headline": f"{date_format(local(event.shown.start))} · {event.locality}".rstrip(" ·"),
            "branch": branch.position if branch else None,
            "precision": "exact",
            "html_url": f"{settings.BASE_URL}{event.link}",
        },
    }
