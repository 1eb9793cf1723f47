"""Words as they are spelled in listings, found for words as somebody types them."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from django.db import connection
from rapidfuzz.distance.OSA import distance

from .inflection import stem, variants
from .thesaurus import Thesaurus

MOST_SPELLINGS = 24
SPELLED = """SELECT * FROM (
    SELECT {number} AS number, word, uses, 0 AS alike FROM directory_searchword WHERE {begins}
    ORDER BY CASE WHEN word = %s THEN 0 WHEN word IN ({same}) THEN 1 ELSE 2 END, uses DESC, word
    LIMIT 24
) AS known{number}"""
ALIKE = """SELECT * FROM (
    SELECT {number} AS number, entry.word, entry.uses, 1 AS alike FROM {alike}
    AND length(entry.word) BETWEEN %s AND %s
    AND NOT EXISTS (SELECT 1 FROM directory_searchword WHERE {begins}) ORDER BY {nearest} LIMIT 60
) AS alike{number}"""
OTHERS = -1
THERE = """SELECT {number} AS number, word, uses, 0 AS alike FROM directory_searchword
    WHERE word IN ({words})"""
Rows = list[tuple[str, int, int]]
"""(word, uses, 1 where it is only alike)."""


@dataclass(frozen=True, slots=True)
class Word:
    """`asked` as folded; `meant` is what it was taken for; `found` all spellings searched for."""

    asked: str
    meant: str
    found: tuple[str, ...]

    @property
    def corrected(self) -> bool:
        return self.meant != self.asked

    @property
    def whole(self) -> tuple[str, ...]:
        """Those spellings that are the word meant, in any number and gender."""
        same = set(variants(self.meant))
        return tuple(one for one in self.found if one in same)


def spelled(
    asked: list[str], known: Thesaurus, others: list[str]
) -> tuple[dict[str, Word], frozenset[str]]:
    """Each word with the spellings it may stand for; and which of other words a listing has. One
    query."""
    if not asked:
        return {}, frozenset()
    statements: list[str] = []
    values: list[Any] = []
    if others:
        marks = ", ".join(["%s"] * len(others))
        statements.append(THERE.format(number=OTHERS, words=marks))
        values += others
    for number, word in enumerate(asked):
        for statement, more in _statements(number, word):
            statements.append(statement)
            values += more
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), values)
        rows = cursor.fetchall()
    meant = {
        word: _word(word, [row[1:] for row in rows if row[0] == number], known)
        for number, word in enumerate(asked)
    }
    return meant, frozenset(row[1] for row in rows if row[0] == OTHERS)


def tolerance(word: str) -> int:
    return 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3


def _word(asked: str, rows: Rows, known: Thesaurus) -> Word:
    """The known words that begin like it or are another form of it, else the nearest one's."""
    begun = [word for word, _uses, alike in rows if not alike]
    begun += [word for word in _beginning(known.words, stem(asked)) if word not in begun]
    if begun:
        return Word(asked, asked, tuple(begun[:MOST_SPELLINGS]))
    near = [(distance(asked, word), -uses, word) for word, uses, _alike in rows]
    near += [(away, 0, word) for word, away in _alike(asked, known.words)]
    near.sort()
    if not near or near[0][0] > tolerance(asked):
        return Word(asked, asked, ())
    meant = near[0][2]
    same = set(variants(meant))
    family = [word for _, _, word in near if word in same or word.startswith(stem(meant))]
    return Word(asked, meant, tuple(dict.fromkeys(family))[:MOST_SPELLINGS])


def _beginning(words: tuple[str, ...], root: str) -> tuple[str, ...]:
    """Of sorted words; the brace is the character after z."""
    return words[bisect_left(words, root) : bisect_left(words, f"{root}{{")]


def _alike(asked: str, words: tuple[str, ...]) -> list[tuple[str, int]]:
    most = tolerance(asked)
    close = (word for word in words if abs(len(word) - len(asked)) <= most)
    found = ((word, distance(asked, word, score_cutoff=most)) for word in close)
    return [(word, away) for word, away in found if away <= most]


def _statements(number: int, word: str) -> list[tuple[str, list[Any]]]:
    root, others = stem(word), list(variants(word))
    same = ", ".join(["%s"] * len(others))
    lengths = [len(word) - tolerance(word), len(word) + tolerance(word)]
    if connection.vendor == "postgresql":
        begins, beginning = f"(word LIKE %s OR word IN ({same}))", [f"{root}%", *others]
        alike, likeness = "directory_searchword AS entry WHERE entry.word %% %s", [word]
        nearest, last = "similarity(entry.word, %s) DESC, entry.word", [word]
    else:
        # The brace is the character after z.
        begins = f"((word >= %s AND word < %s) OR word IN ({same}))"
        beginning = [root, f"{root}{{", *others]
        alike = (
            "directory_searchword_trigrams AS trigrams JOIN directory_searchword AS entry"
            " ON entry.id = trigrams.rowid WHERE trigrams.word MATCH %s"
        )
        likeness, nearest, last = [_trigrams(word)], "trigrams.rank, entry.word", []
    return [
        (
            SPELLED.format(number=number, begins=begins, same=same),
            [*beginning, word, *others],
        ),
        (
            ALIKE.format(number=number, alike=alike, begins=begins, nearest=nearest),
            [*likeness, *lengths, *beginning, *last],
        ),
    ]


def _trigrams(word: str) -> str:
    padded = f" {word} "
    return " OR ".join(f'"{padded[at : at + 3]}"' for at in range(len(padded) - 2))
