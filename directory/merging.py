"""Several skills that are one: which stays, and everything that moves to it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from wagtail.log_actions import log

from . import term_bits, thesaurus
from .former_skills import remember
from .freshness import LISTINGS
from .models.listing import ListingTerm
from .models.profile import ProfileSkill
from .models.vocabulary import FormerSkill, Nomenclature, Skill, listed
from .projecting_later import show_again_later
from .words import fold

if TYPE_CHECKING:
    from cluster.accounts.models import User

skill_merged = Signal()
"""Sent with `kept` and `gone` while both exist, for apps that have skills of their own."""


@transaction.atomic
def merge(skills: Iterable[Skill], *, into: Skill, by: "User") -> int:
    """Moves profiles, drafts, opportunities, names and addresses; returns how many are gone.

    Filters and counts are right at once; what lists show of each profile follows in a task.
    """
    kept = Skill.objects.select_for_update().get(pk=into.pk)
    others = [skill for skill in skills if skill.pk != kept.pk]
    for gone in others:
        _move_claims(gone, kept)
        skill_merged.send(Skill, kept=kept, gone=gone)
        _take_over(gone, kept)
        FormerSkill.objects.filter(skill=gone).update(skill=kept)
        slug, key = gone.slug, gone.pk
        gone.delete()
        remember(kept, slug=slug, key=key)
    # What it is called may have grown; its profiles are shown again in any case, below.
    kept.was_listed = listed(kept)
    kept.save()
    log(kept, "directory.merge", user=by, data={"merged": [skill.name for skill in others]})
    thesaurus.WRITTEN.move()
    LISTINGS.move()
    show_again_later(kept)
    return len(others)


def _move_claims(gone: Skill, kept: Skill) -> None:
    """Those of pages and of listings; who has both keeps one."""
    having = ProfileSkill.objects.filter(tag=kept).values("content_object")
    claims = ProfileSkill.objects.filter(tag=gone)
    claims.exclude(content_object__in=having).update(tag=kept)
    claims.delete()
    terms = ListingTerm.objects.filter(facet="skill", value=gone.slug)
    moved = list(terms.values_list("listing", flat=True))
    there = ListingTerm.objects.filter(facet="skill", value=kept.slug).values("listing")
    terms.exclude(listing__in=there).update(value=kept.slug)
    terms.delete()
    old, new = [("skill", gone.slug)], [("skill", kept.slug)]
    term_bits.change(dict.fromkeys(moved, old), dict.fromkeys(moved, new))


def _take_over(gone: Skill, kept: Skill) -> None:
    """Its names where the other has none, else as synonyms; its code where the other has none."""
    said = {fold(name) for name in (kept.name, *kept.names.values())}
    said |= {fold(one) for one in thesaurus.synonyms_of(kept.synonyms)}
    own = {settings.LANGUAGE_CODE: gone.name}
    for names, may_be_name in ((gone.names, True), (own, False), (gone.synonyms, False)):
        for language, text in names.items():
            for name in thesaurus.synonyms_of({language: text}):
                if may_be_name and not kept.names.get(language):
                    kept.names[language] = name
                elif fold(name) not in said:
                    kept.synonyms[language] = _with(kept.synonyms.get(language, ""), name)
                said.add(fold(name))
    if kept.nomenclature == Nomenclature.UNDECIDED:
        kept.nomenclature, kept.code = gone.nomenclature, gone.code
    dates = [one.first_claimed_at for one in (gone, kept) if one.first_claimed_at]
    kept.first_claimed_at = min(dates, default=None)


def _with(texts: str, name: str) -> str:
    return f"{texts}, {name}" if texts else name
