"""What number and gender change of a word in French, German, English and Luxembourgish.

Words are folded: small letters without accents.
"""

from functools import lru_cache

FAMILIES = (
    (
        *("teur", "teurs", "trice", "trices", "teure", "teures"),
        *("tor", "tors", "toren", "torin", "torinnen"),
    ),
    ("eur", "eurs", "euse", "euses", "eure", "eures", "rice", "rices", "eurin", "eurinnen"),
    ("ien", "iens", "ienne", "iennes", "ian", "ians"),
    ("er", "ers", "ere", "eres", "erin", "erinnen", "ern", "eresch"),
    ("iste", "istes", "ist", "ists", "isten", "istin", "istinnen"),
    ("graf", "grafe", "grafes", "grafen", "grafer", "grafers", "grafin", "grafinnen", "grafs"),
    ("grapher", "graphers", "graphe", "graphes"),
    ("if", "ifs", "ive", "ives"),
    ("eux", "euse", "euses"),
    ("al", "aux", "ale", "ales", "als"),
    ("eau", "eaux"),
    ("y", "ies"),
    ("mann", "frau", "leute", "manner", "frauen"),
)
"""Endings that stand for each other; the first family that fits is the word's."""
PLURALS = ("s", "x", "e", "es", "en", "n", "in", "innen")
ENDINGS = (
    *("erinnen", "innen", "erin", "ers", "ern", "ere", "eres"),
    *("en", "er", "es", "in", "s", "x", "e", "n"),
)
SHORTEST_ROOT = 3
SHORTEST_STEM = 5
OLD_SPELLINGS = (("ph", "f"), ("ae", "a"), ("oe", "o"), ("ue", "u"))
"""Photograph and Fotograf; Bühne where there is no ü on the keyboard."""


def stem(word: str) -> str:
    """Without the ending that plural and gender change, where enough is left to recognise it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=20_000)
def variants(word: str) -> tuple[str, ...]:
    """The word, its other genders and its other number; some of them exist in no language."""
    found = [word]
    for family, root in _families(word):
        found += [root + ending for ending in family]
    found += [word + ending for ending in PLURALS]
    found += [
        word.removesuffix(ending)
        for ending in PLURALS
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT
    ]
    plain = word
    for old, new in OLD_SPELLINGS[1:]:
        plain = plain.replace(old, new)
    return tuple(dict.fromkeys([*found, plain]))


@lru_cache(maxsize=20_000)
def key(word: str) -> str:
    """The same for all of a word's genders and numbers, and however it is spelled by custom."""
    for old, new in OLD_SPELLINGS:
        word = word.replace(old, new)
    roots = [root for _family, root in _families(word)]
    if roots:
        return roots[0]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            return word.removesuffix(ending)
    return word


def _families(word: str) -> list[tuple[tuple[str, ...], str]]:
    """The family of the word's longest ending that is in one, with what stands before it."""
    fitting = [
        (len(ending), family, word.removesuffix(ending))
        for family in FAMILIES
        for ending in family
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT
    ]
    if not fitting:
        return []
    longest = max(length for length, _family, _root in fitting)
    return [(family, root) for length, family, root in fitting if length == longest]
