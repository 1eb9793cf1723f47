from typing import Any

from django import template

from .. import renditions

register = template.Library()


@register.simple_tag
def picture_of(image: Any, shapes: str, alt: str = "") -> renditions.Picture | None:
    """`{% picture_of page.image "BANNER" page.image.description as picture %}`, for
    components/picture.html."""
    picture = renditions.picture_of(image, getattr(renditions, shapes), alt)
    return picture and renditions.sized(picture)
