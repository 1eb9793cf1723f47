from io import BytesIO

import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from cluster.media.uploads import CleanedPicture, clean_upload

from .files import GPS, PDF, animation, bomb, flicker, photo_of_home, picture, upload


def opened(cleaned):
    return Image.open(BytesIO(cleaned.read()))


def refusal(content, name):
    with pytest.raises(ValidationError) as caught:
        clean_upload(upload(content, name))
    return caught.value.code, caught.value.messages[0]


def test_a_pdf_named_jpg_is_refused_in_plain_words():
    code, message = refusal(PDF, "portrait.jpg")

    assert code == "not_a_picture"
    assert ".jpg" in message
    assert "PDF" in message


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "empty.jpg", "empty"),
        (flicker(1_000), "flicker.gif", "too_many_frames"),
        (b"hello", "hello.png", "not_a_picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "logo.svg", "not_a_picture"),
        (b"<!doctype html><script>alert(1)</script>", "page.png", "not_a_picture"),
        (picture("BMP"), "old.bmp", "not_a_picture"),
        (picture("TIFF"), "scan.jpg", "not_a_picture"),
        (picture()[:300], "cut.jpg", "damaged"),
        (picture(size=(900, 900))[:-400], "cut.jpg", "damaged"),
        (bomb(), "bomb.png", "too_many_pixels"),
        (bomb(9_000, 9_000), "large.png", "too_many_pixels"),
        (bomb(12_000, 8_000), "larger.png", "too_many_pixels"),
        (picture() + b"\0" * (15 * 1024 * 1024), "heavy.jpg", "too_large"),
        (b"\xff" * (20 * 1024 * 1024), "heavy.jpg", "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_sound_picture_is_refused_with_its_reason(content, name, code):
    assert refusal(content, name)[0] == code


def test_a_photo_keeps_neither_home_nor_camera_but_stands_upright():
    content = photo_of_home()
    assert Image.open(BytesIO(content)).getexif().get_ifd(GPS)

    cleaned = clean_upload(upload(content, "home.JPG"))
    kept = opened(cleaned)

    assert cleaned.name == "home.jpg"
    assert dict(kept.getexif()) == {}
    assert kept.size == (20, 40)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_no_format_keeps_hidden_data(form):
    cleaned = clean_upload(upload(photo_of_home(form), "home.jpg"))

    assert b"neighbour" not in cleaned.read()


def test_texts_in_a_png_are_left_out():
    info = PngInfo()
    info.add_text("Comment", "where I live")

    cleaned = clean_upload(upload(picture("PNG", pnginfo=info), "a.png"))

    assert b"where I live" not in cleaned.read()


def test_the_colour_profile_is_kept():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    cleaned = clean_upload(upload(picture(icc_profile=profile), "a.jpg"))

    assert opened(cleaned).info["icc_profile"] == profile


@pytest.mark.parametrize(
    ("form", "mode", "kept"),
    [
        ("JPEG", "RGB", "jpg"),
        ("JPEG", "CMYK", "jpg"),
        ("JPEG", "L", "jpg"),
        ("PNG", "RGBA", "png"),
        ("PNG", "P", "png"),
        ("PNG", "I;16", "png"),
        ("WEBP", "RGB", "webp"),
        ("WEBP", "RGBA", "webp"),
        ("AVIF", "RGB", "jpg"),
        ("AVIF", "RGBA", "webp"),
        ("GIF", "P", "png"),
    ],
)
def test_every_kind_of_picture_is_kept_in_a_format_all_can_see(form, mode, kept):
    colour = (255, 0, 0, 100) if mode == "RGBA" else 0
    content = picture(form, mode=mode, colour=colour)

    cleaned = clean_upload(upload(content, "picture.png"))

    assert cleaned.name == f"picture.{kept}"
    assert opened(cleaned).size == (40, 20)
    assert opened_mode(cleaned) != "CMYK"


def opened_mode(cleaned):
    cleaned.seek(0)
    return opened(cleaned).mode


def test_a_phones_heic_becomes_a_jpeg():
    content = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 48), "blue")).save(content)

    cleaned = clean_upload(upload(content.getvalue(), "IMG_1.HEIC"))

    assert cleaned.name == "IMG_1.jpg"
    assert opened(cleaned).format == "JPEG"


def test_an_animation_still_moves_without_its_comment():
    cleaned = clean_upload(upload(animation(), "dance.gif"))
    content = cleaned.read()
    kept = Image.open(BytesIO(content))

    assert (kept.format, kept.n_frames, kept.info["duration"]) == ("GIF", 3, 80)
    assert b"secret" not in content


def test_the_name_follows_the_content():
    assert clean_upload(upload(picture("PNG"), "drawing.jpg")).name == "drawing.png"


def test_what_has_passed_is_not_written_a_second_time():
    cleaned = clean_upload(upload(picture(), "a.jpg"))

    assert clean_upload(cleaned) is cleaned


@given(st.binary(max_size=300), st.sampled_from([picture(), picture("PNG"), picture("WEBP")]))
def test_no_bytes_raise_anything_but_a_refusal(noise, start):
    for content in (noise, start[: len(noise) + 10] + noise):
        try:
            assert isinstance(clean_upload(upload(content, "a.jpg")), CleanedPicture)
        except ValidationError:
            continue
