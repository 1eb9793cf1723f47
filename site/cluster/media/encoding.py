"""Writing a picture anew, with nothing but its pixels, its colours' profile and its movement."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps, ImageSequence

QUALITY = 90
ANIMATED = {"GIF": "gif", "WEBP": "webp"}
OPAQUE_MODES = ("L", "RGB")


def encode(picture: Image.Image) -> tuple[bytes, str]:
    """(content, extension). Formats that not every browser and program reads become JPEG, or WebP
    where something is transparent."""
    form = picture.format
    if form in ANIMATED and getattr(picture, "n_frames", 1) > 1:
        return _animation(picture), ANIMATED[form]
    profile = picture.info.get("icc_profile")
    picture.load()
    still = ImageOps.exif_transpose(picture)
    if still.mode == "CMYK":
        still, profile = _to_screen(still, profile), None
    if form == "PNG":
        return _save(still, "PNG", profile), "png"
    if form == "GIF":
        return _save(still.convert("RGBA" if _transparent(still) else "RGB"), "PNG", None), "png"
    if _transparent(still):
        return _save(still.convert("RGBA"), "WEBP", profile, quality=QUALITY), "webp"
    if still.mode not in OPAQUE_MODES:
        still = still.convert("RGB")
    if form == "WEBP":
        return _save(still, "WEBP", profile, quality=QUALITY), "webp"
    return _save(still, "JPEG", profile, quality=QUALITY, progressive=True), "jpg"


def _animation(picture: Image.Image) -> bytes:
    frames = [frame.convert("RGBA") for frame in ImageSequence.Iterator(picture)]
    durations = [frame.info.get("duration") or 100 for frame in ImageSequence.Iterator(picture)]
    for frame in frames:
        frame.info = {}
    return _save(
        frames[0],
        str(picture.format),
        None,
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        loop=picture.info.get("loop", 0),
    )


def _save(picture: Image.Image, form: str, profile: bytes | None, **options: object) -> bytes:
    kept = picture.info.get("transparency")
    # Whatever else a file says about itself would be written again.
    picture.info = {} if kept is None else {"transparency": kept}
    if profile:
        options["icc_profile"] = profile
    content = BytesIO()
    picture.save(content, form, exif=b"", **options)
    return content.getvalue()


def _transparent(picture: Image.Image) -> bool:
    return picture.has_transparency_data


def _to_screen(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            return converted
    return picture.convert("RGB")
