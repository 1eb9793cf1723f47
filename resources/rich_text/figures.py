"""How a figure named in a text becomes its value of today, with unit, date and source."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.rich_text import EmbedHandler, RichText, expand_db_html

if TYPE_CHECKING:
    from ..models import Figure

NAMED = re.compile(r'<embed\b[^>]*\bembedtype="figure"[^>]*>')
KEY = re.compile(r'\bid="(\d{1,18})"')


class FigureInText(EmbedHandler):
    """`<embed embedtype="figure" id="7"/>`, wherever rich text is shown."""

    identifier = "figure"

    @staticmethod
    def get_model():
        return apps.get_model("resources.Figure")

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        keys = [number_in(attrs) for attrs in attrs_list]
        found = figures_by_key(keys)
        return [in_words(found.get(key)) for key in keys]

    @classmethod
    def extract_references(cls, attrs):
        if key := number_in(attrs):
            yield cls.get_model(), str(key), "", ""


class FiguredText(RichText):
    """Rich text whose figures are known already, so that showing it asks for none."""

    def __init__(self, source: str, figures: Mapping[int, "Figure"]):
        super().__init__(source)
        self.figures = [figures.get(key) for key in keys_in(source)]

    def __html__(self) -> str:
        figures = iter(self.figures)
        source = NAMED.sub(lambda _match: in_words(next(figures)), self.source)
        return render_to_string(
            "wagtailcore/shared/richtext.html", {"html": expand_db_html(source)}
        )


def figured(sources: Iterable[str]) -> list[FiguredText]:
    """All of a page in one query, and in none where they name no figure."""
    every = list(sources)
    found = figures_by_key([key for source in every for key in keys_in(source)])
    return [FiguredText(source, found) for source in every]


def figures_by_key(keys: list[int]) -> Mapping[int, "Figure"]:
    if not keys:
        return {}
    figures: Any = FigureInText.get_model()._default_manager
    return figures.on(timezone.localdate()).in_bulk(set(keys))


def keys_in(source: str) -> list[int]:
    found = (KEY.search(match.group()) for match in NAMED.finditer(source))
    return [int(key.group(1)) if key else 0 for key in found]


def in_words(figure: "Figure | None") -> str:
    """Nothing where it was deleted since."""
    if figure is None:
        return ""
    return render_to_string("components/figure_in_text.html", {"figure": figure}).strip()


def number_in(attrs: Mapping[str, str]) -> int:
    """0 where there is none: what an editor's browser sends may be anything."""
    text = attrs.get("id", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
