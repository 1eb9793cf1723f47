"""Words as the search sees them: small letters without accents, the same on every database."""

import re

from anyascii import anyascii

WORD = re.compile(r"[a-z0-9]+")
ONE_LETTER = re.compile(r"(?<![a-z0-9-])([a-z]|[0-9](?=-[a-z]))-(?=[a-z0-9])")
"""With what follows, a word: E-Book, T-shirt, 3-D."""
SHORTEST, LONGEST = 2, 40
BREAK = "0"
"""Stands between two texts that are no phrase together; too short to be a word of a search."""


def fold(text: str) -> str:
    """ "Élégance & Übermut" → "elegance & ubermut"."""
    return anyascii(text.replace("\0", "")).lower()


def words(text: str) -> list[str]:
    """The words of a text in their order; those of one letter say nothing and are left out."""
    found = WORD.findall(ONE_LETTER.sub(r"\1", fold(text)))
    return [word[:LONGEST] for word in found if len(word) >= SHORTEST]


def searchable(*texts: str) -> str:
    """The words of the texts between single spaces, with one before and after: a word begins
    there exactly where " word" is found, and no phrase runs from one text into the next."""
    each = [" ".join(found) for text in texts if (found := words(text))]
    return f" {f' {BREAK} '.join(each)} "
