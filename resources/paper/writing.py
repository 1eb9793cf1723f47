"""From a guide's own template to PDF/UA, by WeasyPrint, which needs Pango on the machine."""

import hashlib
from ctypes.util import find_library
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import font_hanken_grotesk
from django.contrib.staticfiles import finders
from django.core.cache import cache as kept
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from PIL import ImageFile

NEEDED = ("pango-1.0", "pangoft2-1.0", "gobject-2.0", "harfbuzz")
TEMPLATE = "resources/guide_paper.html"
STYLE = "css/paper.css"
FACES = (
    (400, "normal", font_hanken_grotesk.HankenGrotesk),
    (400, "italic", font_hanken_grotesk.HankenGroteskItalic),
    (700, "normal", font_hanken_grotesk.HankenGroteskBold),
)
DAY = 24 * 3600
VERSION = "1"
"""Counted up with what is written from the same words."""


@cache
def is_possible() -> bool:
    return find_spec("weasyprint") is not None and all(find_library(name) for name in NEEDED)


def respond(page: Any, request: HttpRequest) -> HttpResponse:
    """Raises Http404 where none can be written."""
    if not is_possible():
        raise Http404
    response = HttpResponse(pdf_of(render_to_string(TEMPLATE, page.get_context(request), request)))
    response["Content-Type"] = "application/pdf"
    response["Content-Disposition"] = f'inline; filename="{page.slug}.pdf"'
    return response


def pdf_of(html: str) -> bytes:
    """The same words are laid out once: it takes a second or two."""
    key = f"resources.paper.{VERSION}.{hashlib.sha256(html.encode()).hexdigest()}"
    pdf: bytes | None = kept.get(key)
    if pdf is None:
        pdf = _written(html)
        kept.set(key, pdf, DAY)
    return pdf


def _written(html: str) -> bytes:
    # Loaded by the process that writes one: it takes half a second and 40 MB.
    weasyprint = import_module("weasyprint")
    # It has Pillow take pictures that break off, for the whole process: an upload must not.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    fonts = import_module("weasyprint.text.fonts").FontConfiguration()
    style = weasyprint.CSS(string=f"{_faces()}{_read(STYLE)}", font_config=fonts)
    # What editors write may name any address, a file of this machine too: none is asked.
    nothing = import_module("weasyprint.urls").URLFetcher(allowed_protocols=["data"])
    document = weasyprint.HTML(string=html, url_fetcher=nothing)
    return document.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")


def _faces() -> str:
    """The site's own typeface, so that paper looks the same on every machine."""
    return "".join(
        f"@font-face {{ font-family: Paper; font-weight: {weight}; font-style: {style};"
        f" src: url({Path(path).as_uri()}); }}"
        for weight, style, path in FACES
    )


def _read(name: str) -> str:
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(name)
    return Path(str(found)).read_text(encoding="utf-8")
