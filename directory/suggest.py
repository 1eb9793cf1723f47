"""What somebody typing may mean: branches, skills, places, profiles; typing mistakes forgiven."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.core.cache import cache
from rapidfuzz.distance.OSA import distance

from cluster.geo import gazetteer

from .addresses import absolute, directory_url, profile_url
from .models.listing import ProfileListing
from .models.vocabulary import Skill
from .search import matching, stem, tolerance, understand
from .vocabulary import branch_slugs, name_in, names_of
from .words import fold, words

MOST = 8
EACH = 3
KEPT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`type` is branch, skill, place or profile; `value` what the parameter of that name takes."""

    type: str
    value: str
    label: str
    html_url: str


def suggest(text: str, language: str) -> list[dict[str, str]]:
    """At most eight, three of a kind as long as there are other kinds."""
    asked = words(text)
    if not asked:
        return []
    kinds = [
        _named("branch", names_of("branch", branch_slugs()), asked, language),
        _named("skill", _skills(), asked, language),
        _places(text, language),
        _profiles(text, language),
    ]
    first = [one for kind in kinds for one in kind[:EACH]]
    rest = [one for kind in kinds for one in kind[EACH:]]
    return [asdict(one) for one in (first + rest)[:MOST]]


def _named(facet: str, names: dict[str, dict[str, str]], asked: list[str], language: str):
    """Those whose name in any language begins with the words asked for, else nearly does."""
    known = [(slug, [words(name) for name in every.values()]) for slug, every in names.items()]
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


def _begins(asked: list[str], name: list[str]) -> bool:
    return all(any(word.startswith(one) for word in name) for one in asked)


def _resembles(asked: list[str], name: list[str]) -> bool:
    return all(any(_is_like(one, word) for word in name) for one in asked)


def _is_like(asked: str, word: str) -> bool:
    allowed = tolerance(asked)
    begun = word[: len(asked) + 1]
    if asked[0] != word[0] or abs(len(asked) - len(begun)) > allowed:
        return False
    return len(asked) > 3 and min(distance(asked, begun), distance(asked, word)) <= allowed


def _skills() -> dict[str, dict[str, str]]:
    """Of every skill; kept a minute, since this is asked at every letter typed."""
    skills = cache.get("directory.skills")
    if skills is None:
        every = Skill.objects.order_by("slug").values_list("slug", "name", "names")
        skills = {slug: {**names, "": name} for slug, name, names in every}
        cache.set("directory.skills", skills, KEPT_SECONDS)
    return skills


def _places(text: str, language: str) -> Iterable[Suggestion]:
    return [
        Suggestion("place", one.name, one.name, _list(language, "near", one.name))
        for one in gazetteer.suggest(text, EACH)
    ]


def _profiles(text: str, language: str) -> list[Suggestion]:
    begun = ProfileListing.objects.filter(sort_name__startswith=fold(text)[:100])
    found = list(begun.order_by("sort_name").values_list("slug", "name")[:EACH])
    if not found:
        meant = understand(text)
        named = matching(meant)
        for word in meant:
            named = named.filter(sort_name__contains=stem(word.meant))
        found = list(named.order_by("sort_name").values_list("slug", "name")[:EACH])
    return [
        Suggestion("profile", slug, name, absolute(profile_url(slug, language)))
        for slug, name in found
    ]


def _list(language: str, name: str, value: str) -> str:
    return absolute(f"{directory_url(language)}?{urlencode({name: value})}")
