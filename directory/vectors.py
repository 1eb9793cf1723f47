"""The words of a listing as PostgreSQL searches them: the very expressions its indexes are on."""

import re
from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func

ZONES = {"names": "a", "headline": "b", "credits": "c"}
"""By which a search sorts, with the weights of their words; each has an index of its own."""
EVERYWHERE = "a,b,c,d"

INDEXED = re.compile(rf"directory_words_in\((\S+), '\{{{EVERYWHERE}\}}'::\"char\"\[\]\)")


class OwnWords(Func):
    """The column `words`, which only PostgreSQL has, and fills itself."""

    output_field = SearchVectorField()

    def __init__(self, of: Any = "pk", **extra: Any):
        """`of`: any column of the listing, which tells how its table is called in a statement."""
        super().__init__(of, **extra)

    def as_sql(self, compiler, connection, **_context):
        return f"{compiler.quote_name_unless_alias(self.source_expressions[0].alias)}.words", []


class IndexedWords(OwnWords):
    """All of them, as the index has them."""

    def as_sql(self, compiler, connection, **context):
        words, values = super().as_sql(compiler, connection, **context)
        return words_in(words, EVERYWHERE), values


def words_in(words: str, weights: str) -> str:
    return f"directory_words_in({words}, '{{{weights}}}'::\"char\"[])"


def without_index(sql: str) -> str:
    """The same statement, which looks at the words themselves: where there are few to look at,
    that is less than an index has to say about everybody."""
    return INDEXED.sub(r"\1", sql)


def has(zone: str, ways: tuple[tuple[str, ...], ...]) -> tuple[str, str]:
    """That the zone has all of one of the ways, as SQL about `words` and what it asks for."""
    query = " | ".join(f"({' & '.join(_asked(text) for text in way)})" for way in ways)
    return f"{words_in('words', ZONES[zone])} @@ to_tsquery('simple', %s)", query


def _asked(text: str) -> str:
    """ " graphic desi" → "(graphic <-> desi:*)"; without a blank behind it, a beginning."""
    phrase = " <-> ".join(text.split())
    return f"({phrase})" if text.endswith(" ") else f"({phrase}:*)"
