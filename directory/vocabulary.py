"""The names of branches and skills by slug, kept so that a list need not ask for them."""

from collections.abc import Iterable

from django.core.cache import cache
from django.db import transaction
from django.db.models import F, QuerySet, Value

from cluster.core.fields import in_language

from .former_skills import former_skills
from .models.vocabulary import Branch, Skill
from .thesaurus import synonyms_of

LONGEST = 100
KEPT_SECONDS = 60
EVERY = "directory.words"
SYNONYM = "synonym "
Names = dict[str, str]
"""By language; "" is the name where a language has none."""


def names_of(facet: str, slugs: Iterable[str]) -> dict[str, Names]:
    """Those of the slugs that exist. One query at most, none once they are kept."""
    keys = {_key(facet, slug): slug for slug in slugs if _may_exist(slug)}
    kept = cache.get_many(keys)
    missing = [slug for key, slug in keys.items() if key not in kept]
    if missing:
        read = {_key(facet, slug): names for slug, names in _read(facet, missing)}
        cache.set_many(read, KEPT_SECONDS)
        kept |= read
    return {keys[key]: names for key, names in kept.items()}


def now_called(facet: str, slugs: Iterable[str]) -> dict[str, str]:
    """What those of the slugs that exist, or did before a merger, are called now. One query for
    those that exist and one for those that do not, none once they are kept."""
    asked = list(slugs)
    there = names_of(facet, asked)
    gone = [slug for slug in asked if slug not in there]
    former = former_skills().slugs if gone and facet == "skill" else {}
    found = {slug: slug if slug in there else former.get(slug, "") for slug in asked}
    return {slug: now for slug, now in found.items() if now}


def every_name() -> dict[str, dict[str, Names]]:
    """Of all branches and skills by slug, their synonyms among them. Kept a minute: asked at each
    letter typed."""
    found = cache.get(EVERY)
    if found is None:
        found = {"branch": {}, "skill": {}}
        for facet, _position, slug, coined, names, synonyms in _every_word():
            found[facet][slug] = {**names, "": coined or in_language(names) or slug}
            for number, synonym in enumerate(synonyms_of(synonyms)):
                found[facet][slug][f"{SYNONYM}{number}"] = synonym
        cache.set(EVERY, found, KEPT_SECONDS)
    return found


def branch_slugs() -> list[str]:
    """In the editors' order."""
    slugs = cache.get(_key("branches", ""))
    if slugs is None:
        slugs = list(Branch.objects.values_list("slug", flat=True))
        cache.set(_key("branches", ""), slugs, KEPT_SECONDS)
    return slugs


def every_branch() -> list[Branch]:
    """In the editors' order. One query, none while they are kept."""
    found = cache.get(_key("every-branch", ""))
    if found is None:
        found = list(Branch.objects.all())
        cache.set(_key("every-branch", ""), found, KEPT_SECONDS)
    return found


def name_in(names: Names, language: str) -> str:
    return names.get(language) or names[""]


def forget(facet: str, slug: str) -> None:
    """At once for the writer, and again when everybody sees what was written."""
    keys = [_key(facet, slug), _key("branches", ""), _key("every-branch", ""), EVERY]
    cache.delete_many(keys)
    transaction.on_commit(lambda: cache.delete_many(keys))


def _every_word() -> QuerySet:
    columns = ("facet", "position", "slug", "coined", "names", "synonyms")
    branches = Branch.objects.order_by().annotate(facet=Value("branch"), coined=Value(""))
    skills = Skill.objects.annotate(facet=Value("skill"), position=Value(0), coined=F("name"))
    every = branches.values_list(*columns).union(skills.values_list(*columns), all=True)
    return every.order_by("facet", "position", "slug")


def _read(facet: str, slugs: list[str]) -> Iterable[tuple[str, Names]]:
    if facet == "branch":
        for branch in Branch.objects.filter(slug__in=slugs):
            yield branch.slug, {**branch.names, "": str(branch)}
    else:
        for skill in Skill.objects.filter(slug__in=slugs):
            yield skill.slug, {**skill.names, "": skill.name}


def _may_exist(slug: str) -> bool:
    """PostgreSQL refuses to look for a null byte, and some caches for a long key."""
    return len(slug) <= LONGEST and "\0" not in slug


def _key(facet: str, slug: str) -> str:
    # Hex, because a slug may hold what a cache's key may not.
    return f"directory.{facet}.{slug.encode().hex()}"
