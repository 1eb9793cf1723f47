"""Words as the search sees them: small letters without accents, the same on every database."""

import re

from anyascii import anyascii

WORD = re.compile(r"[a-z0-9]+")
SHORTEST, LONGEST = 2, 40


def fold(text: str) -> str:
    """ "Élégance & Übermut" → "elegance & ubermut"."""
    return anyascii(text.replace("\0", "")).lower()


def words(text: str) -> list[str]:
    """The words of a text in their order; those of one letter say nothing and are left out."""
    found = WORD.findall(fold(text))
    return [word[:LONGEST] for word in found if len(word) >= SHORTEST]


def searchable(*texts: str) -> str:
    """The words of the texts between single spaces, with one before and after: a word begins
    there exactly where " word" is found."""
    return f" {' '.join(word for text in texts for word in words(text))} "
