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


def score(parts: tuple[Part, ...]) -> Case:
    return reduce(add, [_score_of(part) for part in parts])


def _score_of(part: Part) -> Case:
    """The most first, which for most listings is the only question that is asked."""
    rules = [(ITSELF, _itself(part)), (NAMES if part.concepts else ITSELF, _said(part, "names"))]
    rules.append((BEGUN_IN_NAMES, _begun(part, "names")))
    for zone, points in ZONES:
        rules += [(points, _said(part, zone)), (points // 2, _begun(part, zone))]
    best_first = sorted(rules, key=lambda rule: -rule[0])
    cases = [When(where, then=Value(points)) for points, where in best_first if where is not None]
    return Case(*cases, default=Value(TEXT), output_field=IntegerField())


def _itself(part: Part) -> Q | None:
    return _any(_has("names", f" {token} ") for token in part.tokens)


def _said(part: Part, zone: str) -> Q | None:
    """In whole words, whatever number and gender."""
    if part.phrase:
        return _has(zone, f" {' '.join(part.phrase)} ")
    if not part.concepts:
        return _any(_has(zone, f" {one} ") for word in part.words for one in _forms(word))
    # What has a token among its names was asked about already.
    tokens = [_has(zone, f" {token} ") for token in part.tokens if zone != "names"]
    return _any([*tokens, *(_has(zone, f" {root}") for root in roots(part.forms, MOST_ROOTS))])


def _begun(part: Part, zone: str) -> Q | None:
    begun = [_has(zone, f" {stem(word.meant)}") for word in part.words]
    return reduce(and_, begun) if begun else None


def _forms(word: Word) -> tuple[str, ...]:
    return word.whole or variants(word.meant)[:1]


def _any(ways) -> Q | None:
    ways = list(ways)
    return reduce(or_, ways) if ways else None


def _has(zone: str, text: str) -> Q:
    return Q(**{f"{zone}__contains": text})
