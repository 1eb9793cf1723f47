"""Skills by any name they have, as somebody types them."""

from difflib import get_close_matches

from .vocabulary import every_name
from .words import fold, words

ALIKE = 3
LONGEST = 50


def skills_by_name() -> dict[str, tuple[str, str]]:
    """Slug and name as written, by every name of every skill without accents and case."""
    return {
        fold(name): (slug, name)
        for slug, names in every_name()["skill"].items()
        for name in (slug, *names.values())
    }


def alike(name: str, known: dict[str, tuple[str, str]]) -> list[str]:
    """Names that somebody may have meant: those that begin so, else the most like it."""
    name = fold(name)[:LONGEST]
    begun = sorted(one for one in known if name and one.startswith(name))[: 2 * ALIKE]
    close = begun or get_close_matches(name, known, n=2 * ALIKE, cutoff=0.6)
    by_slug: dict[str, str] = {}
    for slug, written in (known[one] for one in close):
        by_slug.setdefault(slug, written)
    return list(by_slug.values())[:ALIKE]


def begin_so(text: str) -> set[str]:
    """Slugs of the skills with a name, in any language, whose words begin with those typed."""
    asked = words(text)
    return {
        slug
        for slug, names in every_name()["skill"].items()
        if any(_begins(asked, words(name)) for name in names.values())
    }


def _begins(asked: list[str], name: list[str]) -> bool:
    return all(any(word.startswith(one) for word in name) for one in asked)
