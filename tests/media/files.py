"""Files as people send them, made in memory."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF"
GPS = 0x8825
ORIENTATION = 0x0112


def upload(content, name):
    return SimpleUploadedFile(name, content)


def picture(form="JPEG", size=(40, 20), mode="RGB", colour="red", **options):
    content = BytesIO()
    Image.new(mode, size, colour).save(content, form, **options)
    return content.getvalue()


def photo_of_home(form="JPEG"):
    """Lying on its side, with the coordinates of where it was taken and a colour profile."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[0x010F] = "Camera of a neighbour"
    exif.get_ifd(GPS).update({1: "N", 2: (49.0, 36.0, 35.0), 3: "E", 4: (6.0, 7.0, 57.0)})
    return picture(form, exif=exif)


def animation():
    content = BytesIO()
    first, *others = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    first.save(content, "GIF", save_all=True, append_images=others, duration=80, comment=b"secret")
    return content.getvalue()


def flicker(frames):
    """A GIF of one pixel that says it moves for very long, in a few kilobytes."""
    frame = b",\0\0\0\0\1\0\1\0\0\x02\x02%c\x01\0"
    head = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff"
    return head + b"".join(frame % (0x44 + 8 * (n % 2)) for n in range(frames)) + b";"


def bomb(width=30_000, height=30_000):
    """A PNG of a few hundred bytes that says it is 900 megapixels."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )
