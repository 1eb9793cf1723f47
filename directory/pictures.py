"""Pictures of a profile as the public gets them: made once, when the profile is projected."""

from typing import Any

from django.db.models import Model
from wagtail.images.models import SourceImageIOError
from willow.image import UnrecognisedImageFormatError

CARD = "fill-640x480|format-webp"
WIDTHS = {
    480: "max-480x960|format-webp",
    960: "max-960x1600|format-webp",
    1600: "max-1600x2400|format-webp",
}
Picture = dict[str, Any]


def card(image: Model | None, alt: str) -> Picture | None:
    """`{url, width, height, alt}` for lists; None where there is no image or its file is gone."""
    return _made(image, (CARD,), alt)


def large(image: Model | None, alt: str) -> Picture | None:
    """The same in its own proportions, with a `srcset` of every width there is."""
    return _made(image, _widths(image), alt) if image else None


def _widths(image: Any) -> tuple[str, ...]:
    """Up to the first that takes the picture whole: a wider one would be the same file again."""
    narrower = [spec for width, spec in WIDTHS.items() if width < image.width]
    return tuple(WIDTHS.values())[: len(narrower) + 1]


def _made(image: Any, specs: tuple[str, ...], alt: str) -> Picture | None:
    if image is None:
        return None
    try:
        renditions = image.get_renditions(*specs)
    except (SourceImageIOError, UnrecognisedImageFormatError):
        return None
    made = [_size(renditions[spec]) for spec in specs]
    picture: Picture = {**made[len(made) // 2], "alt": alt}
    if len(made) > 1:
        picture["srcset"] = list({one["width"]: one for one in made}.values())
    return picture


def _size(rendition: Any) -> Picture:
    return {"url": rendition.url, "width": rendition.width, "height": rendition.height}
