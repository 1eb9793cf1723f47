from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .addresses import locality_in
from .gazetteer import ATTRIBUTION, Locality, localities, suggest
from .geocoder import Found, GeocoderUnavailable, geocode

MAX_LENGTH = 100
SHORTEST_ADDRESS = 4
LIMIT = 8


@require_safe
def suggest_places(request):
    """`?q=` → `{places: [{label, name, canton, longitude, latitude}], error, attribution}`.

    Places of the gazetteer first, then addresses of the geocoder, which have no name and canton.
    502 where nothing could be said because the geocoder failed.
    """
    text = request.GET.get("q", "").strip()[:MAX_LENGTH]
    named = locality_in(text)
    places = [_place(place) for place in dict.fromkeys([*filter(None, [named]), *suggest(text)])]
    error = ""
    if len(text) >= SHORTEST_ADDRESS:
        try:
            addresses = [_address(found) for found in geocode(text)]
        except GeocoderUnavailable:
            error = _("Addresses cannot be looked up just now. Name the town, or move the pin.")
        else:
            places = [*places[:1], *addresses, *places[1:]]
    status = 502 if error and not places else 200
    answer = {"places": places[:LIMIT], "error": error, "attribution": ATTRIBUTION}
    response = JsonResponse(answer, status=status)
    response["Cache-Control"] = "no-store" if error else "public, max-age=3600"
    return response


@require_safe
@cache_control(public=True, max_age=24 * 3600)
def places(request):
    """Every place as `[name, longitude, latitude]`, the largest first: the outline map's names."""
    found = [(one.name, one.point.longitude, one.point.latitude) for one in localities()]
    return JsonResponse({"places": found})


def _place(place: Locality) -> dict[str, str | float]:
    return {
        "label": f"{place.name} ({place.canton})" if place.canton != place.name else place.name,
        "name": place.name,
        "canton": place.canton,
        "population": place.population,
        "longitude": place.point.longitude,
        "latitude": place.point.latitude,
    }


def _address(found: Found) -> dict[str, str | float]:
    return {
        "label": found.label,
        "name": "",
        "canton": "",
        "population": 0,
        "longitude": found.point.longitude,
        "latitude": found.point.latitude,
    }
