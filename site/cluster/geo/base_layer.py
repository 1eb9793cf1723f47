from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse


def base_layer() -> dict[str, str]:
    """Attributes that tell `js/base_map.js` what lies under the pins: tiles where configured,
    else the region's outline and its places' names."""
    return {
        "data-outline": static("geo/outline.geojson"),
        "data-places": reverse("geo:places"),
        "data-tiles": settings.MAP_TILES_URL,
        "data-attribution": settings.MAP_TILES_ATTRIBUTION,
    }
