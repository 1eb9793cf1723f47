"""What somebody typed into the search field, taken apart: words, and phrases between quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .words import words

MOST_WORDS = 8
QUOTED = re.compile('"([^"]*)"|“([^”“]*)[”“]|„([^“”]*)[“”]|«([^»]*)»')
FUNCTION_WORDS = frozenset(
    (
        *("de", "des", "du", "la", "le", "les", "un", "une", "et", "ou", "au", "aux", "en"),
        *("dans", "pour", "par", "sur", "avec", "chez", "pres", "qui"),
        *("the", "of", "and", "or", "in", "at", "to", "an", "for", "by", "on", "with", "near"),
        *("der", "die", "das", "den", "dem", "ein", "eine", "einer", "eines", "und", "oder", "im"),
        *("am", "zu", "zum", "zur", "fur", "von", "vom", "mit", "bei", "aus", "auf", "wer"),
        *("dei", "eng", "um", "vun", "vum", "fir", "mat", "no", "wien", "who"),
    )
)
"""Folded. They say nothing about whom to find: “photographe de mariage” is found as a
“photographe mariage”; within quotes they count."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other; `quoted`, they have to in the text that is found too."""

    words: tuple[str, ...]
    quoted: bool = False


def take_apart(text: str) -> list[Run]:
    """At most eight words; a word is asked for once, function words only where there is no
    other."""
    runs = list(_runs(text))
    telling = [
        run if run.quoted else Run(tuple(one for one in run.words if one not in FUNCTION_WORDS))
        for run in runs
    ]
    if not any(run.words for run in telling):
        telling = runs
    return list(_at_most(telling))


def _runs(text: str) -> Iterator[Run]:
    at = 0
    for match in QUOTED.finditer(text):
        yield Run(tuple(words(text[at : match.start()])))
        within = tuple(words("".join(filter(None, match.groups()))))
        # Around a single word, quotes ask for that very word.
        yield Run(within, quoted=True)
        at = match.end()
    yield Run(tuple(words(text[at:])))


def _at_most(runs: list[Run]) -> Iterator[Run]:
    seen: set[tuple[str, ...]] = set()
    left = MOST_WORDS
    for run in runs:
        kept = run.words
        if not run.quoted:
            kept = tuple(dict.fromkeys(one for one in kept if (one,) not in seen))
        kept = kept[:left]
        if kept and kept not in seen:
            yield Run(kept, run.quoted)
            left -= len(kept)
            seen |= {kept} if run.quoted else {(one,) for one in kept}
