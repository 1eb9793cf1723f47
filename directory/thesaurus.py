"""The editors' words for skills and branches: what somebody who types one of them may mean.

Expanded when somebody searches and not when a profile is listed: a skill of a hundred thousand
profiles gets a synonym by one row, found at the next search, and texts that use another word for it
are found too. Each listing bears one token for each of its skills and branches, so that a word of
any language costs one look into the index. The whole of it is read once a minute at most and kept
in the process: a search asks nothing more of the database for it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import F, Value

from cluster.core.version import Version

from .inflection import SHORTEST_STEM, key, stem, variants
from .models.vocabulary import Branch, Skill
from .search_text import FUNCTION_WORDS
from .words import words

WRITTEN = Version("directory.thesaurus", seconds=60)
LONGEST_FORM = 5
SEPARATOR = ","
TOKEN = re.compile(r"(skill|branch)id\d+")
Form = tuple[str, ...]
"""The folded words of a name or a synonym."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A skill or a branch: the token its listings bear, and everything it is called."""

    token: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    by_key: dict[Form, tuple[Concept, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    def meant_by(self, said: Iterable[str]) -> tuple[Concept, ...]:
        return self.by_key.get(tuple(key(word) for word in said), ())


def inflected(form: Form) -> list[Form]:
    """In other numbers and genders: of a single word all, of several the last one's plural. Short
    words have few, which would be other words."""
    *before, word = form
    if before or len(word) < SHORTEST_STEM:
        return [(*before, one) for one in (word, f"{word}s", f"{word}x")]
    return [(one,) for one in variants(word)]


def token_of(word: Branch | Skill) -> str:
    """What its listings are found by, whatever it is called; no word that anybody types."""
    return _token(str(word._meta.model_name), word.pk)


def _token(model: str, pk: int) -> str:
    return f"{model}id{pk}"


def synonyms_of(texts: dict[str, str]) -> Iterator[str]:
    """Each of what editors wrote between commas, in the order of the languages."""
    for text in texts.values():
        yield from filter(None, (one.strip() for one in text.split(SEPARATOR)))


def thesaurus() -> Thesaurus:
    return _read(WRITTEN.read())


@lru_cache(maxsize=1)
def _read(_version: str) -> Thesaurus:
    by_key: dict[Form, dict[str, Concept]] = {}
    known: set[str] = set()
    for token, texts in _every_word():
        forms = tuple(dict.fromkeys(form for text in texts if (form := tuple(words(text)))))
        concept = Concept(token, forms)
        for form in forms:
            known.update(form)
            telling = tuple(key(word) for word in form if word not in FUNCTION_WORDS)
            if 0 < len(telling) <= LONGEST_FORM:
                by_key.setdefault(telling, {})[token] = concept
    return Thesaurus(
        {form: tuple(concepts.values()) for form, concepts in by_key.items()},
        tuple(sorted(known)),
    )


def _every_word() -> Iterator[tuple[str, list[str]]]:
    """Tokens and names of all branches, and of the skills that have more than the one name they
    were coined with, whose words are in the listings anyway. One query."""
    columns = ("model", "pk", "coined", "names", "synonyms")
    branches = Branch.objects.order_by().annotate(model=Value("branch"), coined=Value(""))
    named = Skill.objects.exclude(names={}, synonyms={})
    skills = named.annotate(model=Value("skill"), coined=F("name"))
    every = branches.values_list(*columns).union(skills.values_list(*columns), all=True)
    for model, pk, coined, names, synonyms in every.order_by("model", "pk"):
        texts = [coined, *names.values(), *synonyms_of(synonyms)]
        yield _token(model, pk), [text for text in texts if text]


def roots(forms: Iterable[Form], most: int) -> list[str]:
    """How the forms begin, without those that begin like another one; short ones as a whole."""
    begun = sorted({" ".join((*form[:-1], _root(form[-1]))) for form in forms}, key=len)
    kept: list[str] = []
    for one in begun:
        if not any(one.startswith(shorter) for shorter in kept):
            kept.append(one)
    return kept[:most]


def _root(word: str) -> str:
    return stem(word) if len(word) > SHORTEST_STEM else f"{word} "
