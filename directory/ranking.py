"""What counts how much where it is found: the rule by which a search sorts.

Each part of a search counts once, where it counts most:

16  a skill that is called so, in whatever language; for words that mean no skill: the name, a skill
12  for words that mean a skill or a branch: in the name, or in what another skill is called
8   the headline, a branch
4   credits (realisations' titles, parts and clients; the team), the place
1   elsewhere in the text

and half of 16, of 8 and of 4 where a word only begins like the one asked for. The sum decides;
equal ones take turns day by day, which `ordering` sees to. Nothing else counts: not money, not age,
not how complete a profile is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import add, and_, or_

from django.db.models import Case, IntegerField, Q, Value, When

from .inflection import stem, variants
from .search import Part
from .spelling import Word
from .thesaurus import roots

ITSELF = 16
NAMES, BEGUN_IN_NAMES = 12, 8
ZONES = (("headline", 8), ("credits", 4))
TEXT = 1
MOST_ROOTS = 10
Way = tuple[str, ...]
"""Texts of which a zone has all: " word" as a beginning, " word " as a whole."""


@dataclass(frozen=True, slots=True)
class Rule:
    """So many points to a listing whose zone has it in one of these ways."""

    points: int
    zone: str
    ways: tuple[Way, ...]

    @property
    def is_met(self) -> Q:
        has = f"{self.zone}__contains"
        return reduce(or_, (reduce(and_, (Q((has, text)) for text in way)) for way in self.ways))


def score(parts: tuple[Part, ...]) -> Case:
    return reduce(add, [_score_of(part) for part in parts])


def rules(part: Part) -> list[Rule]:
    """Those that give most first; the first that is met counts, and without one it is `TEXT`."""
    return sorted((rule for rule in _rules(part) if rule.ways), key=lambda rule: -rule.points)


def _score_of(part: Part) -> Case:
    """The most first, which for most listings is the only question that is asked."""
    cases = [When(rule.is_met, then=Value(rule.points)) for rule in rules(part)]
    return Case(*cases, default=Value(TEXT), output_field=IntegerField())


def _rules(part: Part) -> Iterator[Rule]:
    yield Rule(ITSELF, "names", tuple((f" {token} ",) for token in part.tokens))
    yield Rule(NAMES if part.concepts else ITSELF, "names", _said(part, "names"))
    yield Rule(BEGUN_IN_NAMES, "names", _begun(part))
    for zone, points in ZONES:
        yield Rule(points, zone, _said(part, zone))
        yield Rule(points // 2, zone, _begun(part))


def _said(part: Part, zone: str) -> tuple[Way, ...]:
    """In whole words, whatever number and gender."""
    if part.phrase:
        return ((f" {' '.join(part.phrase)} ",),)
    if not part.concepts:
        return tuple((f" {one} ",) for word in part.words for one in _forms(word))
    # What has a token among its names was asked about already.
    tokens = [(f" {token} ",) for token in part.tokens if zone != "names"]
    return (*tokens, *((f" {root}",) for root in roots(part.forms, MOST_ROOTS)))


def _begun(part: Part) -> tuple[Way, ...]:
    return (tuple(f" {stem(word.meant)}" for word in part.words),) if part.words else ()


def _forms(word: Word) -> tuple[str, ...]:
    return word.whole or variants(word.meant)[:1]
