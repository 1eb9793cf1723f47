"""How AVIF is written: Willow lets nobody choose the encoder's speed, and its own takes five times
as long for a file a tenth smaller."""

from typing import Any

from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

SPEED = 8


def save_as_avif(
    image: PillowImage, file: Any, quality: int = 60, **_options: Any
) -> AvifImageFile:
    picture, profile = image.image, image.get_icc_profile()
    picture.save(file, "AVIF", quality=quality, speed=SPEED, icc_profile=profile or b"")
    return AvifImageFile(file)


def register() -> None:
    registry.register_operation(PillowImage, "save_as_avif", save_as_avif)
