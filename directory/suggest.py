"""What somebody typing may mean: branches, skills, places, profiles; typing mistakes forgiven."""

import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import zip_longest
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from rapidfuzz.distance.OSA import distance

from cluster.geo import gazetteer

from .addresses import absolute, directory_url, profile_url
from .inflection import stem
from .models.listing import ProfileListing
from .search import understand
from .spelling import tolerance
from .vocabulary import Names, every_name, name_in
from .words import fold, words

MOST = 8
EACH = 3
BEGUN = re.compile(r"(?<![a-z0-9-])[a-z0-9]$")
"""The one letter typed so far of another word."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`type` is branch, skill, place or profile; `value` what the parameter of that name takes."""

    type: str
    value: str
    label: str
    html_url: str


def suggest(text: str, language: str) -> list[dict[str, str]]:
    """At most eight, kind by kind: as many of each as there is room for when they take turns.
    Four queries at most, three once the words are kept."""
    asked = words(text)
    if not asked:
        return []
    if begun := BEGUN.search(fold(text)):
        asked.append(begun.group())
    names = every_name()
    kinds = [
        _named("branch", names["branch"], asked, language),
        _named("skill", names["skill"], asked, language),
        _places(text, language),
        _profiles(text, language),
    ]
    in_turn = [one for turn in zip_longest(*kinds) for one in turn if one][:MOST]
    return [asdict(one) for kind in kinds for one in kind if one in in_turn]


def _named(facet: str, names: dict[str, Names], asked: list[str], language: str):
    """Those whose name in any language begins with the words asked for, else nearly does."""
    known = [(slug, [_split(name) for name in every.values()]) for slug, every in names.items()]
    fitting = [slug for slug, every in known if any(_begins(asked, one) for one in every)]
    if not fitting:
        fitting = [slug for slug, every in known if any(_resembles(asked, one) for one in every)]
    return [
        Suggestion(
            facet,
            slug,
            name_in(names[slug], language),
            _list(language, facet, slug),
        )
        for slug in fitting[:MOST]
    ]


@lru_cache(maxsize=20_000)
def _split(name: str) -> tuple[str, ...]:
    """Of the vocabulary, whose few words are gone through at every letter somebody types."""
    return tuple(words(name))


def _begins(asked: list[str], name: tuple[str, ...]) -> bool:
    return all(any(word.startswith(one) for word in name) for one in asked)


def _resembles(asked: list[str], name: tuple[str, ...]) -> bool:
    return all(any(_is_like(one, word) for word in name) for one in asked)


def _is_like(asked: str, word: str) -> bool:
    allowed = tolerance(asked)
    begun = word[: len(asked) + 1]
    if asked[0] != word[0] or abs(len(asked) - len(begun)) > allowed:
        return False
    return len(asked) > 3 and min(distance(asked, begun), distance(asked, word)) <= allowed


def _places(text: str, language: str) -> list[Suggestion]:
    return [
        Suggestion("place", one.name, one.name, _list(language, "near", one.name))
        for one in gazetteer.suggest(text, EACH)
    ]


def _profiles(text: str, language: str) -> list[Suggestion]:
    begun = ProfileListing.objects.filter(sort_name__startswith=fold(text)[:100])
    found = _first(begun) or _first(_named_like(text))
    return [
        Suggestion("profile", slug, name, absolute(profile_url(slug, language)))
        for slug, name in found
    ]


def _named_like(text: str) -> QuerySet[ProfileListing]:
    """Each word asked for begins a word of the name, or would without its typing mistake."""
    parts = understand(text)
    begun = {stem(word.meant) for part in parts for word in part.words}
    begun |= {word for part in parts for word in part.phrase}
    if not begun:
        return ProfileListing.objects.none()
    alike = [Q(sort_name__startswith=one) | Q(sort_name__contains=f" {one}") for one in begun]
    return ProfileListing.objects.filter(*alike)


def _first(listings: QuerySet[ProfileListing]) -> list[tuple[str, str]]:
    return list(listings.order_by("sort_name").values_list("slug", "name")[:EACH])


def _list(language: str, name: str, value: str) -> str:
    return absolute(f"{directory_url(language)}?{urlencode({name: value})}")
