"""The sizes pictures are shown in. WebP is made when it is first asked for; AVIF, which is smaller
and takes longer, by a task, and shown as soon as it is there."""

import re
from typing import Any

from wagtail.images.models import Filter, SourceImageIOError
from willow.image import UnrecognisedImageFormatError

Picture = dict[str, Any]
Shapes = tuple[str, ...]

# So far apart that a browser is rarely sent a picture twice as wide as it needs.
CARD: Shapes = ("fill-320x240", "fill-640x480")
PORTRAIT: Shapes = ("max-160x320", "max-320x640", "max-960x1600")
LARGE: Shapes = ("max-480x960", "max-960x1600", "max-1600x2400")
BANNER: Shapes = ("fill-320x180", "fill-640x360", "fill-960x540", "fill-1280x720")
THUMB: Shapes = ("fill-320x213", "fill-640x427")

PLAIN = 960
"""The widest that is sent to whoever cannot choose."""


def specs(shapes: Shapes, *kinds: str) -> list[str]:
    return [f"{shape}|format-{kind}" for kind in kinds for shape in shapes]


def picture_of(image: Any, shapes: Shapes, alt: str) -> Picture | None:
    """`{url, width, height, alt, srcset, avif}`, the last two as lists of sizes; None where there
    is no image or its file is gone."""
    if image is None:
        return None
    shapes = _fitting(image, shapes)
    webp, avif = specs(shapes, "webp"), specs(shapes, "avif")
    there = image.find_existing_renditions(*(Filter(spec=spec) for spec in webp + avif))
    if not {one.spec for one in there}.issuperset(avif):
        avif = []
    try:
        made = image.get_renditions(*webp, *avif)
    except (SourceImageIOError, UnrecognisedImageFormatError):
        return None
    sizes = _sizes(made[spec] for spec in webp)
    return {
        **next((one for one in reversed(sizes) if one["width"] <= PLAIN), sizes[0]),
        "alt": alt,
        "srcset": sizes,
        "avif": _sizes(made[spec] for spec in avif),
    }


def social(image: Any) -> Picture | None:
    """For where its page's address is shared: JPEG, which every network reads."""
    try:
        made = image and image.get_rendition("fill-1200x630|format-jpeg")
    except (SourceImageIOError, UnrecognisedImageFormatError):
        return None
    alt = image.description if image else ""
    return {**next(iter(_sizes([made]))), "alt": alt} if made else None


def make_avif(image: Any, shapes: Shapes) -> bool:
    """Whether there was something left to make."""
    missing = without_avif(image, shapes)
    if missing:
        try:
            image.get_renditions(*missing)
        except (SourceImageIOError, UnrecognisedImageFormatError):
            return False
    return bool(missing)


def without_avif(image: Any, shapes: Shapes) -> list[str]:
    """The specs of those that are still to be made."""
    wanted = [Filter(spec=spec) for spec in specs(_fitting(image, shapes), "avif")]
    there = image.find_existing_renditions(*wanted)
    return [one.spec for one in wanted if one not in there]


def sized(picture: Picture) -> Picture:
    """A picture whose sizes are written as HTML wants them."""
    return {**picture, **{name: _written(picture.get(name, ())) for name in ("srcset", "avif")}}


def _written(sizes: Any) -> str:
    return ", ".join(f"{one['url']} {one['width']}w" for one in sizes)


def _fitting(image: Any, shapes: Shapes) -> Shapes:
    """Up to the first that takes the picture whole: a wider one would be the same file again."""
    narrower = [shape for shape in shapes if _width(shape) < image.width]
    return shapes[: len(narrower) + 1]


def _width(shape: str) -> int:
    return int(re.findall(r"\d+", shape)[0])


def _sizes(renditions: Any) -> list[Picture]:
    sizes = ({"url": one.url, "width": one.width, "height": one.height} for one in renditions)
    return list({one["width"]: one for one in sizes}.values())
