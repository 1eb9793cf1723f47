"""Maps in templates; `components/map.html` says how to put one on a page."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from django import template
from django.utils.safestring import SafeString, mark_safe

from .. import outline
from ..base_layer import base_layer as base_layer_attributes
from ..points import Point

register = template.Library()
MAX_DOTS = 500


@register.inclusion_tag("components/outline_map.html")
def outline_map(points: Iterable[dict] = (), label: str = "") -> dict:
    """The region as a drawing with a dot a point, for pages without JavaScript and small pictures.

    A point is `{"longitude": 6.1, "latitude": 49.6}`, if need be with `branch` (a number), `about`
    (that it is not exact) and `id` (of whom the list beside shows); those outside the region's box
    are left out.
    """
    width, height = outline.size()
    return {
        "width": width,
        "height": height,
        "path": outline.path(),
        "label": label,
        "dots": _dots(points or ()),
    }


@register.simple_tag
def base_layer() -> dict[str, str]:
    return base_layer_attributes()


@register.simple_tag
def one_point(longitude: float, latitude: float, about: bool = False) -> list[dict]:
    """The list `outline_map` takes, for a place alone."""
    if longitude in (None, ""):
        return []
    return [{"longitude": longitude, "latitude": latitude, "about": bool(about)}]


@register.filter
def degrees(value: float) -> str:
    """A coordinate as scripts read it, whatever the language's decimal mark."""
    return "" if value in (None, "") else f"{float(value):.6f}"


def _dots(points: Iterable[dict]) -> list[tuple[int, SafeString]]:
    """The circles of each branch. Numbers alone, put together here: four hundred of them took the
    template longer than all the rest of a page."""
    circles: dict[int, list[str]] = defaultdict(list)
    inside = (one for one in points if outline.extent().contains(_point(one)))
    for one in islice(inside, MAX_DOTS):
        x, y = outline.position(_point(one))
        about = " outline-map-dot--about" if one.get("about") else ""
        pin = f' data-pin="{one["id"]:d}"' if one.get("id") else ""
        circles[one.get("branch") or 0].append(
            f'<circle class="outline-map-dot{about}"{pin} cx="{x:g}" cy="{y:g}" r="6"/>'
        )
    return [(branch, mark_safe("".join(drawn))) for branch, drawn in sorted(circles.items())]  # noqa: S308


def _point(one: dict) -> Point:
    return Point(float(one["longitude"]), float(one["latitude"]))
