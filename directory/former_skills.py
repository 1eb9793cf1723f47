"""Skills under the address and in the drafts where they are no longer: what they are now."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction

from .models.vocabulary import FormerSkill, Skill

KEY = "directory.former_skills"
KEPT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Former:
    """From an old slug to today's, from an old primary key to today's."""

    slugs: dict[str, str]
    keys: dict[int, int]


def former_skills() -> Former:
    """One query, none while it is kept: mergers are few."""
    found = cache.get(KEY)
    if found is None:
        rows = list(FormerSkill.objects.values_list("slug", "key", "skill__slug", "skill"))
        found = Former(
            {slug: now for slug, _key, now, _pk in rows},
            {key: pk for _slug, key, _now, pk in rows if key is not None},
        )
        cache.set(KEY, found, KEPT_SECONDS)
    return found


def skill_now(pk: int) -> int:
    return former_skills().keys.get(pk, pk)


def remember(skill: Skill, *, slug: str, key: int | None = None) -> None:
    """That the skill was known by these; and that its own address is no former one any more."""
    FormerSkill.objects.filter(slug=skill.slug).delete()
    known_by = {"skill": skill} if key is None else {"skill": skill, "key": key}
    FormerSkill.objects.update_or_create(slug=slug, defaults=known_by)
    cache.delete(KEY)
    transaction.on_commit(lambda: cache.delete(KEY))
