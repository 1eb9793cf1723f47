"""Reads the demo's files and makes pages of them, in each language they are in."""

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wagtail.models import Locale

from ..models import ResourcesPage
from ..models.base import ResourcePage

HERE = Path(__file__).parent
READ_ON = dt.date(2026, 11, 23)
NEXT_REVIEW = dt.date(2027, 1, 31)
"""Most figures change with the year."""
LANGUAGES = ("fr", "en")


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def translated(
    model: type[ResourcePage],
    texts: dict[str, dict[str, Any]],
    content: Callable[[dict[str, Any]], dict[str, Any]],
) -> int:
    """A published page per language, all translations of one another; those there stay."""
    key, made = None, 0
    for language, text in texts.items():
        locale = Locale.objects.get(language_code=language)
        page = model.objects.filter(slug=text["slug"], locale=locale).first()
        if page is None:
            page = model(
                title=text["title"],
                slug=text["slug"],
                introduction=text["introduction"],
                locale=locale,
                reviewed_on=READ_ON,
                next_review=NEXT_REVIEW,
                purposes=text.get("purposes", []),
                **content(text),
                **({"translation_key": key} if key else {}),
            )
            ResourcesPage.objects.get(locale=locale).add_child(instance=page)
            page.save_revision().publish()
            made += 1
        key = page.translation_key
    return made
