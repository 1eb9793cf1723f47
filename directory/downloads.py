"""The profiles of a query as a file: a table, or places for maps; filtered like the list."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.http import content_disposition_header

from cluster.core.spreadsheet import download

from .addresses import profile_url
from .models.choices import CHOICES
from .query import ProfileQuery

MOST = 5_000
TABLES = ("profiles.csv", "profiles.xlsx")
PLACES = "profiles.geojson"
COLUMNS = (
    *("slug", "name", "kind", "headline", "branches", "skills", "languages", "availability"),
    *("locality", "canton", "precision", "longitude", "latitude", "distance_km"),
    *("updated_at", "url"),
)
Summary = dict[str, Any]


def table(name: str, profiles: list[Summary], language: str) -> HttpResponse:
    return download(name, COLUMNS, (row(one, language) for one in profiles))


def places(query: ProfileQuery, language: str) -> HttpResponse:
    """A GeoJSON FeatureCollection of those that have a point."""
    found = query.results(language, limit=MOST)
    answer = {"type": "FeatureCollection", "features": list(_features(found, language))}
    return JsonResponse(
        answer,
        content_type="application/geo+json",
        headers={"Content-Disposition": content_disposition_header(True, PLACES)},
    )


def row(profile: Summary, language: str) -> dict[str, Any]:
    """What a table shows of a summary, in words of the language that is active."""
    place = profile["place"]
    longitude, latitude = place["point"] or (None, None)
    return {
        "slug": profile["slug"],
        "name": profile["name"],
        "kind": _label("kind", profile["kind"]),
        "headline": profile["headline"],
        "branches": _names(profile["branches"]),
        "skills": _names(profile["skills"]),
        "languages": ", ".join(_label("language", one) for one in profile["languages"]),
        "availability": _label("availability", profile["availability"]),
        "locality": place["locality"],
        "canton": place["canton"],
        "precision": place["precision"],
        "longitude": longitude,
        "latitude": latitude,
        "distance_km": profile["distance_km"],
        "updated_at": profile["updated_at"],
        "url": settings.BASE_URL + profile_url(profile["slug"], language),
    }


def _features(profiles: list[Summary], language: str) -> Iterator[dict[str, Any]]:
    for one in profiles:
        if point := one["place"]["point"]:
            properties = row(one, language)
            del properties["longitude"], properties["latitude"]
            geometry = {"type": "Point", "coordinates": point}
            yield {"type": "Feature", "geometry": geometry, "properties": properties}


def _names(values: list[dict[str, str]]) -> str:
    return ", ".join(one["name"] for one in values)


def _label(facet: str, value: str) -> str:
    return str(CHOICES[facet].get(value, value))
