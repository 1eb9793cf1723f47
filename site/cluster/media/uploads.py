"""What an uploaded picture must pass before it is kept, whichever way it comes in.

It is judged by its content, decoded whole, and written anew: only its pixels, orientation applied,
its colour profile and its animation remain. Photos carry the place they were taken, often a home.
"""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import cast

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from .encoding import encode
from .signatures import extension_of, head_of, kind_of

pillow_heif.register_heif_opener()

MAX_FRAMES = 200
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF")
DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)
"""All that Pillow's decoders raise on broken files."""
NOT_READABLE = _("This is not a picture we can read. Use JPEG, PNG, WebP, AVIF, HEIC or GIF.")
TOO_MANY_PIXELS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class CleanedPicture(ContentFile):
    """A picture that has passed; its name has the extension of what it holds."""


def clean_upload(file: File) -> CleanedPicture:
    """The picture, checked and written anew. Raises ValidationError in plain words."""
    if isinstance(file, CleanedPicture):
        return file
    _check_size(file)
    try:
        with Image.open(_stream(file), formats=FORMATS) as picture:
            _check_pixels(picture)
            content, extension = encode(picture)
    except TOO_MANY_PIXELS:
        raise _too_many_pixels() from None
    except UnidentifiedImageError:
        raise not_a_picture(file) from None
    except DAMAGE:
        raise ValidationError(
            _("This picture is damaged or incomplete. Please export it again."), code="damaged"
        ) from None
    return CleanedPicture(content, name=f"{Path(file.name or 'picture').stem[:80]}.{extension}")


def decoded(files: MultiValueDict) -> MultiValueDict:
    """The files of a form with its pictures checked already, before anything is locked for them;
    what does not pass is left for its field to refuse."""
    checked = files.copy()
    for name in files:
        with suppress(ValidationError):
            checked[name] = clean_upload(cast(File, files[name]))
    return checked


def not_a_picture(file: File) -> ValidationError:
    claimed, held = extension_of(file.name or ""), kind_of(head_of(file))
    if held and claimed and held != claimed:
        message = _("This is not a picture: the file says .%(claimed)s but holds %(held)s.")
    elif held and held != claimed:
        message = _("This is not a picture: the file holds %(held)s.")
    else:
        message = NOT_READABLE
    params = {"claimed": claimed, "held": held.upper()}
    return ValidationError(message, code="not_a_picture", params=params)


def _stream(file: File) -> BytesIO:
    file.seek(0)
    return BytesIO(file.read())


def _check_size(file: File) -> None:
    most = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if not file.size:
        raise ValidationError(_("This file is empty."), code="empty")
    if file.size > most:
        raise ValidationError(
            _("This picture is too large: %(size)s. The most we take is %(most)s."),
            code="too_large",
            params={"size": filesizeformat(file.size), "most": filesizeformat(most)},
        )


def _check_pixels(picture: Image.Image) -> None:
    # A phone's JPEG may hold a second picture (MPO), which is not kept.
    frames = 1 if picture.format == "MPO" else _frames(picture)
    if picture.width * picture.height * frames > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels()


def _frames(picture: Image.Image) -> int:
    """Going to the frame after the last one allowed reads no further; counting reads them all, and
    a file of a megabyte may hold a hundred thousand."""
    try:
        picture.seek(MAX_FRAMES)
    except EOFError:
        return getattr(picture, "n_frames", 1)
    finally:
        picture.seek(0)
    raise ValidationError(
        _("This picture moves for too long: %(most)s frames at most."),
        code="too_many_frames",
        params={"most": MAX_FRAMES},
    )


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        _("This picture has too many pixels. Make it smaller: %(most)s megapixels at most."),
        code="too_many_pixels",
        params={"most": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000},
    )
