"""Addresses to points by the geocoder of `GEOCODER_URL`, if an administrator named one.

It is asked from the server, so a visitor's browser meets no other host. It must speak Nominatim's
search (`?q=…&format=jsonv2&limit=…` answering a list with `lat`, `lon`, `display_name`).
"""

from dataclasses import dataclass
from hashlib import sha256

import requests
from django.conf import settings
from django.core.cache import cache

from cluster.counter import times

from .gazetteer import region
from .points import Point

TIMEOUT_SECONDS = 3
KEPT_SECONDS = 24 * 3600
ASKED_A_MINUTE = 60
"""Of all visitors together: this site must not become somebody's open door to the geocoder."""


class GeocoderUnavailable(Exception):
    """It did not answer in time, answered nonsense, or has been asked too often."""


@dataclass(frozen=True, slots=True)
class Found:
    label: str
    point: Point


def geocode(text: str, limit: int = 5) -> list[Found]:
    """What the geocoder knows, best first; nothing where none is configured."""
    if not settings.GEOCODER_URL:
        return []
    key = f"geo.geocode.{sha256(f'{limit} {text}'.encode()).hexdigest()}"
    answer = cache.get(key)
    if answer is None:
        answer = _ask(text, limit)
        cache.set(key, answer, KEPT_SECONDS)
    return answer


def _ask(text: str, limit: int) -> list[Found]:
    if times("geo.geocode.asked", 60) > ASKED_A_MINUTE:
        raise GeocoderUnavailable("asked too often")
    box = region()
    try:
        response = requests.get(
            settings.GEOCODER_URL,
            params={
                "q": text,
                "format": "jsonv2",
                "limit": limit,
                "viewbox": f"{box.west},{box.north},{box.east},{box.south}",
            },
            headers={"User-Agent": f"{settings.WAGTAIL_SITE_NAME} ({settings.BASE_URL})"},
            timeout=TIMEOUT_SECONDS,
            allow_redirects=False,
        )
        response.raise_for_status()
        return [
            Found(str(one["display_name"]), Point(float(one["lon"]), float(one["lat"])))
            for one in response.json()[:limit]
        ]
    except (requests.RequestException, ValueError, TypeError, KeyError) as error:
        raise GeocoderUnavailable(str(error)) from error
