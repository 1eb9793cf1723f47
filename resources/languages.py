"""Which translation of a thing a reader gets."""

from collections.abc import Iterable
from typing import TypeVar

from django.conf import settings
from wagtail.models import Page

P = TypeVar("P", bound=Page)


def best_of(pages: Iterable[P], language: str) -> list[P]:
    """One page per translation set: in `language`, else in the first site language there is.

    `pages` need their locale; sets keep the order in which their first page comes.
    """
    rank = {code: place for place, (code, _label) in enumerate(settings.LANGUAGES)}
    rank[language] = -1
    best: dict[object, P] = {}
    for page in pages:
        kept = best.setdefault(page.translation_key, page)
        if rank[page.locale.language_code] < rank[kept.locale.language_code]:
            best[page.translation_key] = page
    return list(best.values())
