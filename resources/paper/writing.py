"""From a guide's own template to PDF/UA, by WeasyPrint, which needs Pango on the machine."""

import hashlib
from ctypes.util import find_library
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.cache import cache as kept
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string

NEEDED = ("pango-1.0", "pangoft2-1.0", "gobject-2.0", "harfbuzz")
TEMPLATE = "resources/guide_paper.html"
STYLE = "css/paper.css"
FONTS = "fonts"
DAY = 24 * 3600
VERSION = "1"
"""Counted up with what is written from the same words."""


@cache
def is_possible() -> bool:
    return find_spec("weasyprint") is not None and all(find_library(name) for name in NEEDED)


def respond(page: Any, context: dict[str, Any]) -> HttpResponse:
    """Raises Http404 where none can be written."""
    if not is_possible():
        raise Http404
    response = HttpResponse(pdf_of(render_to_string(TEMPLATE, context)))
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
    style = weasyprint.CSS(filename=_file(STYLE))
    document = weasyprint.HTML(string=html, url_fetcher=_nothing_from_outside)
    return document.write_pdf(
        stylesheets=[style], pdf_variant="pdf/ua-1", pdf_tags=True, optimize_images=True
    )


def _file(name: str) -> str:
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(name)
    return str(Path(found))


def _nothing_from_outside(url: str, *_args: Any, **_kwargs: Any) -> Any:
    """What editors write may name any address; none is asked."""
    raise ValueError(f"not read: {url}")
