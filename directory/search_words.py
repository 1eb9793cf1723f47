"""Keeps the vocabulary of the search: every word of every listing, with its number of listings."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import F

from .models.listing import ProfileListing, SearchWord
from .thesaurus import TOKEN
from .words import BREAK

BATCH = 400
COUNT = (
    "INSERT INTO directory_searchword (word, uses) VALUES {rows}"
    " ON CONFLICT (word) DO UPDATE SET uses = directory_searchword.uses + EXCLUDED.uses"
)


def words_of(listing: ProfileListing | None) -> set[str]:
    return (
        known(listing.names, listing.headline, listing.credits, listing.body) if listing else set()
    )


def known(*texts: str) -> set[str]:
    """Their words, without what only programs look for."""
    found = {word for text in texts for word in text.split()}
    return {word for word in found if word != BREAK and not TOKEN.fullmatch(word)}


def change(*, before: ProfileListing | None, after: ProfileListing | None) -> None:
    """Counts what a listing gained and lost; a word that no listing has is forgotten."""
    old, new = words_of(before), words_of(after)
    _add(Counter(new - old))
    for part in _parts(sorted(old - new)):
        used = SearchWord.objects.filter(word__in=part)
        # In alphabetical order, so that two writers wait for each other instead of locking up.
        list(used.select_for_update().order_by("word"))
        used.filter(uses__gt=0).update(uses=F("uses") - 1)
        used.filter(uses=0).delete()


def count_new(listings: Iterable[ProfileListing]) -> None:
    """Counts listings that were not there before."""
    _add(Counter(word for listing in listings for word in words_of(listing)))


def count_again() -> None:
    """Counts everything from the start."""
    counter: Counter[str] = Counter()
    texts = ProfileListing.objects.values_list("names", "headline", "credits", "body")
    for zones in texts.iterator(chunk_size=2_000):
        counter.update(known(*zones))
    SearchWord.objects.all().delete()
    _add(counter)


def _add(counter: Counter[str]) -> None:
    with connection.cursor() as cursor:
        for part in _parts(sorted(counter)):
            rows = ", ".join(["(%s, %s)"] * len(part))
            values = [value for word in part for value in (word, counter[word])]
            cursor.execute(COUNT.format(rows=rows), values)


def _parts(words: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(words), BATCH):
        yield words[start : start + BATCH]
