"""Pictures of a profile as the public gets them, made when the profile is projected."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cluster.media.renditions import CARD, LARGE, PORTRAIT, Picture, Shapes, picture_of, sized

if TYPE_CHECKING:
    from .models.profile import ProfilePage


def card(image: Any, alt: str) -> Picture | None:
    """For lists; None where there is no image or its file is gone."""
    picture = picture_of(image, CARD, alt)
    return picture and sized(picture)


def portrait(image: Any, alt: str) -> Picture | None:
    """Beside the name, in its own proportions."""
    return picture_of(image, PORTRAIT, alt)


def large(image: Any, alt: str) -> Picture | None:
    """A work, in its own proportions."""
    return picture_of(image, LARGE, alt)


def shown(page: "ProfilePage") -> Iterator[tuple[Any, Shapes]]:
    """Each of its images with the sizes it is shown in."""
    works = [block.value for work in page.realisations.all() for block in work.images]
    works = [image for image in works if image]
    if page.image:
        yield page.image, PORTRAIT
    for image in ([page.image] if page.image else works)[:1]:
        yield image, CARD
    for image in works:
        yield image, LARGE
