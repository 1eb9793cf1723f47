"""Which translation of a thing a reader gets."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Offered:
    """The translation a reader gets, and the languages there are."""

    page: Any
    languages: list[str]


def best_of(pages: Iterable[Any], language: str) -> list[Offered]:
    """One page per translation set: in `language`, else in the first site language there is.

    `pages` need their locale; sets keep the order in which their first page comes.
    """
    rank = {code: place for place, (code, _label) in enumerate(settings.LANGUAGES)}
    sets: dict[object, list[Any]] = {}
    for page in pages:
        sets.setdefault(page.translation_key, []).append(page)
    return [_offered(translations, rank | {language: -1}) for translations in sets.values()]


def _offered(translations: list[Any], rank: dict[str, int]) -> Offered:
    ordered = sorted(translations, key=lambda page: rank[page.locale.language_code])
    return Offered(ordered[0], [page.locale.language_code for page in ordered])
