"""Searching listings by word, forgiving accents, endings and typing mistakes on every database."""

from dataclasses import dataclass
from functools import reduce
from operator import add

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, Value, When
from rapidfuzz.distance.OSA import distance
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, PlainText

from .models.listing import ProfileListing
from .words import words

MOST_WORDS = 6
MOST_SPELLINGS = 24
ENDINGS = ("innen", "ers", "en", "er", "es", "in", "s", "x", "e", "n")
SHORTEST_STEM = 5
SPELLED = """SELECT * FROM (
    SELECT {number} AS number, word, uses, 0 AS alike FROM directory_searchword
    WHERE {begins} ORDER BY CASE WHEN word = %s THEN 0 ELSE 1 END, uses DESC, word LIMIT 24
) AS known{number}"""
ALIKE = """SELECT * FROM (
    SELECT {number} AS number, entry.word, entry.uses, 1 AS alike FROM {alike}
    AND NOT EXISTS (SELECT 1 FROM directory_searchword WHERE {begins}) ORDER BY {nearest} LIMIT 60
) AS alike{number}"""


@dataclass(frozen=True, slots=True)
class Word:
    """`asked` as folded; `meant` is what it was taken for; `found` all spellings searched for."""

    asked: str
    meant: str
    found: tuple[str, ...]

    @property
    def corrected(self) -> bool:
        return self.meant != self.asked


def understand(text: str) -> tuple[Word, ...]:
    """The words of a search, each with the known words it may stand for. One query."""
    asked = list(dict.fromkeys(words(text)))[:MOST_WORDS]
    if not asked:
        return ()
    statements, values = [], []
    for number, word in enumerate(asked):
        for statement, more in _statements(number, word):
            statements.append(statement)
            values += more
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), values)
        rows = cursor.fetchall()
    return tuple(
        _word(word, [row[1:] for row in rows if row[0] == number])
        for number, word in enumerate(asked)
    )


def matching(meant: tuple[Word, ...]) -> QuerySet[ProfileListing]:
    """Listings that have every word in one of its spellings; without a word that is known: none."""
    listings = ProfileListing.objects.all()
    if not meant or not all(word.found for word in meant):
        return listings.none()
    query = And([PlainText(" ".join(word.found), operator="or") for word in meant])
    results = get_search_backend().search(query, listings, order_by_relevance=False)
    return results.get_queryset().order_by()


def words_in_title(meant: tuple[Word, ...]) -> Case:
    """How many of the words begin one in the name, headline, branches or skills."""
    counts = [
        Case(
            When(title__contains=f" {stem(word.meant)}", then=Value(1)),
            default=Value(0),
            output_field=IntegerField(),
        )
        for word in meant
    ]
    return reduce(add, counts)


def stem(word: str) -> str:
    """Without the ending that plural and gender change, where enough is left to recognise it."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def tolerance(word: str) -> int:
    return 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3


def _word(asked: str, rows: list[tuple[str, int, int]]) -> Word:
    """From (word, uses, alike): the known words that begin like it, else the nearest one's."""
    begun = [word for word, _uses, alike in rows if not alike]
    if begun:
        return Word(asked, asked, tuple(begun))
    near = sorted((distance(asked, word), -uses, word) for word, uses, _alike in rows)
    if not near or near[0][0] > tolerance(asked):
        return Word(asked, asked, ())
    meant = near[0][2]
    family = [word for _distance, _uses, word in near if word.startswith(stem(meant))]
    return Word(asked, meant, tuple(family[:MOST_SPELLINGS]))


def _statements(number: int, word: str) -> list[tuple[str, list[str]]]:
    root = stem(word)
    if connection.vendor == "postgresql":
        begins, beginning = "word LIKE %s", [f"{root}%"]
        alike, likeness = "directory_searchword AS entry WHERE entry.word %% %s", [word]
        nearest, last = "similarity(entry.word, %s) DESC, entry.word", [word]
    else:
        # The brace is the character after z.
        begins, beginning = "word >= %s AND word < %s", [root, f"{root}{{"]
        alike = (
            "directory_searchword_trigrams AS trigrams JOIN directory_searchword AS entry"
            " ON entry.id = trigrams.rowid WHERE trigrams.word MATCH %s"
        )
        likeness, nearest, last = [_trigrams(word)], "trigrams.rank, entry.word", []
    return [
        (SPELLED.format(number=number, begins=begins), [*beginning, word]),
        (
            ALIKE.format(number=number, alike=alike, begins=begins, nearest=nearest),
            [*likeness, *beginning, *last],
        ),
    ]


def _trigrams(word: str) -> str:
    padded = f" {word} "
    return " OR ".join(f'"{padded[at : at + 3]}"' for at in range(len(padded) - 2))
