"""Searching listings by word: what somebody means, and which listings have it.

The same on every database; accents, endings and typing mistakes are forgiven, and a word stands for
whatever the editors' thesaurus says it means, in any language.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Not, Or, Phrase, PlainText, SearchQuery

from .models.listing import ProfileListing
from .search_text import take_apart
from .spelling import Word, spelled
from .thesaurus import LONGEST_FORM, Concept, Form, Thesaurus, inflected, thesaurus

MOST_FORMS = 24
MOST_LOOKED_UP = 600


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a listing must have: its words, what they mean, or a phrase as it stands.

    `forms` is how listings say what the words mean.
    """

    words: tuple[Word, ...] = ()
    concepts: tuple[Concept, ...] = ()
    forms: tuple[Form, ...] = ()
    phrase: Form = ()

    @property
    def meant(self) -> str:
        return " ".join(self.phrase or [word.meant for word in self.words])

    @property
    def is_known(self) -> bool:
        return bool(self.phrase or self.concepts or all(word.found for word in self.words))

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(concept.token for concept in self.concepts)


def understand(text: str) -> tuple[Part, ...]:
    """What a search asks for, part by part. One query, and words that are kept."""
    known = thesaurus()
    runs = take_apart(text)
    loose = [run.words for run in runs if not run.quoted]
    asked = dict.fromkeys(word for words in loose for word in words)
    forms = {form for words in loose for form in _forms_of_any(words, known)}
    looked_up = dict.fromkeys(word for form in sorted(forms) for word in form)
    meant, there = spelled(list(asked), known, list(looked_up)[:MOST_LOOKED_UP])
    parts: list[Part] = []
    for run in runs:
        if run.quoted:
            parts.append(Part(phrase=run.words))
        else:
            parts += _parts(tuple(meant[word] for word in run.words), known, forms, there)
    return tuple(parts)


def corrections(parts: tuple[Part, ...]) -> list[tuple[str, str]]:
    """(asked, meant) of each word that was taken for another one."""
    return [(one.asked, one.meant) for part in parts for one in part.words if one.corrected]


def matching(meant: tuple[Part, ...]) -> QuerySet[ProfileListing]:
    """Listings that have every part; without a part, or with an unknown one: none."""
    if not meant or not all(part.is_known for part in meant):
        return ProfileListing.objects.none()
    return _found(And([_any(_ways_of(part)) for part in meant]))


def matching_apart(meant: tuple[Part, ...]) -> list[QuerySet[ProfileListing]]:
    """The same listings, those apart that are found by a phrase alone. PostgreSQL's index knows
    where a word is but not what stands beside it, so of a page with one listing that may have a
    phrase it would look at all again."""
    every = [_ways_of(part) for part in meant]
    single = [_ways_of(part, with_phrases=False) for part in meant]
    has_phrases = list(map(len, every)) != list(map(len, single))
    if not (has_phrases and all(single)) or connection.vendor != "postgresql":
        return [matching(meant)]
    simply = And([_any(ways) for ways in single])
    otherwise = And([*(_any(ways) for ways in every), Not(simply)])
    return [_found(simply), _found(otherwise)]


def _found(query: SearchQuery) -> QuerySet[ProfileListing]:
    listings = ProfileListing.objects.all()
    results = get_search_backend().search(query, listings, order_by_relevance=False)
    return results.get_queryset().order_by()


def _forms_of_any(words: tuple[str, ...], known: Thesaurus) -> Iterator[Form]:
    """All forms of whatever some of the words, as they are typed, may mean together."""
    for at in range(len(words)):
        for length in range(1, min(LONGEST_FORM, len(words) - at) + 1):
            yield from _inflected(known.meant_by(words[at : at + length]))


def _inflected(concepts: tuple[Concept, ...]) -> list[Form]:
    said = dict.fromkeys(form for concept in concepts for form in concept.forms)
    others = (other for form in list(said)[:MOST_FORMS] for other in inflected(form))
    return list(dict.fromkeys(others))


def _said(concepts: tuple[Concept, ...], forms: set[Form], there: frozenset[str]) -> Iterator[Form]:
    """How listings say it. Of a word that was mistyped it was not asked which forms they have:
    then as the editors wrote it."""
    written = {form for concept in concepts for form in concept.forms}
    for form in _inflected(concepts):
        if there.issuperset(form) if form in forms else form in written:
            yield form


def _parts(
    words: tuple[Word, ...], known: Thesaurus, forms: set[Form], there: frozenset[str]
) -> Iterator[Part]:
    """As many words together as are the name of something."""
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_FORM, len(words) - at), 0, -1):
            together = words[at : at + length]
            concepts = known.meant_by(word.meant for word in together)
            if concepts or length == 1:
                yield Part(together, concepts, tuple(_said(concepts, forms, there)))
                at += length
                break


def _ways_of(part: Part, *, with_phrases: bool = True) -> list[SearchQuery]:
    if part.phrase:
        if len(part.phrase) == 1:
            return [_any_of(part.phrase)]
        return [Phrase(" ".join(part.phrase))] if with_phrases else []
    ways: list[SearchQuery] = []
    if part.words and all(word.found for word in part.words):
        ways.append(_all_of([_any_of(word.found) for word in part.words]))
    if part.concepts:
        single = dict.fromkeys(form[0] for form in part.forms if len(form) == 1)
        if len(part.words) == 1:
            # Once each: PostgreSQL guesses how many match by adding up its guesses for all words.
            ways = []
            single = dict.fromkeys([*part.words[0].found, *single])
        ways.append(_any_of((*part.tokens, *single)))
        if with_phrases:
            ways += [Phrase(" ".join(form)) for form in part.forms if len(form) > 1]
    return ways


def _any(ways: list[SearchQuery]) -> SearchQuery:
    return ways[0] if len(ways) == 1 else Or(ways)


def _all_of(queries: list[SearchQuery]) -> SearchQuery:
    return queries[0] if len(queries) == 1 else And(queries)


def _any_of(words: tuple[str, ...]) -> SearchQuery:
    """In brackets of its own: SQLite's search takes “a OR b AND c” for “a OR (b AND c)”."""
    first, *others = words
    if not others:
        return PlainText(first)
    return Or([PlainText(first), PlainText(" ".join(others), operator="or")])
