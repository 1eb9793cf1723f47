"""Maps in templates; `components/map.html` says how to put one on a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template

from .. import outline
from ..base_layer import base_layer as base_layer_attributes
from ..points import Point

register = template.Library()
MAX_DOTS = 500


@dataclass(frozen=True, slots=True)
class Dot:
    x: str
    y: str
    branch: int


@register.inclusion_tag("components/outline_map.html")
def outline_map(points: Iterable[dict] = (), label: str = "") -> dict:
    """The region as a drawing with a dot a point, for pages without JavaScript and small pictures.

    A point is `{"longitude": 6.1, "latitude": 49.6, "branch": 3}`, branch (its number) optional;
    those outside the region's box are left out.
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
def one_point(longitude: float, latitude: float) -> list[dict]:
    """The list `outline_map` takes, for a place alone."""
    return [] if longitude in (None, "") else [{"longitude": longitude, "latitude": latitude}]


@register.filter
def degrees(value: float) -> str:
    """A coordinate as scripts read it, whatever the language's decimal mark."""
    return "" if value in (None, "") else f"{float(value):.6f}"


def _dots(points: Iterable[dict]) -> list[Dot]:
    dots = []
    for one in points:
        point = Point(float(one["longitude"]), float(one["latitude"]))
        if not outline.extent().contains(point):
            continue
        x, y = outline.position(point)
        dots.append(Dot(f"{x:g}", f"{y:g}", one.get("branch") or 0))
        if len(dots) == MAX_DOTS:
            break
    return dots
