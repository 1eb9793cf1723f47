"""The words of a listing as PostgreSQL searches them: the very expressions its indexes are on."""

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorExact, SearchVectorField
from django.db.models import Func

ZONES = {"names": "a", "headline": "b", "credits": "c"}
"""By which a search sorts, with the weights of their words; each has an index of its own."""
EVERYWHERE = "a,b,c,d"


class Words(Func):
    """Those with some of the weights, from a column that only PostgreSQL has, and fills itself."""

    output_field = SearchVectorField()

    def __init__(self, weights: str = EVERYWHERE, of: Any = "pk", **extra: Any):
        """`of`: any column of the listing, which tells how its table is called in a statement."""
        super().__init__(of, weights=weights, **extra)

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        table = compiler.quote_name_unless_alias(self.source_expressions[0].alias)
        weights = self.extra["weights"]
        return f"directory_words_in({table}.words, '{{{weights}}}'::\"char\"[])", []


def has(zone: str, ways: tuple[tuple[str, ...], ...]) -> SearchVectorExact:
    """That the zone has all of one of the ways: " word" as a beginning, " word " as a whole."""
    query = " | ".join(f"({' & '.join(_asked(text) for text in way)})" for way in ways)
    words = SearchQuery(query, config="simple", search_type="raw")
    return SearchVectorExact(Words(ZONES[zone]), words)


def _asked(text: str) -> str:
    """ " graphic desi" → "(graphic <-> desi:*)"."""
    phrase = " <-> ".join(text.split())
    return f"({phrase})" if text.endswith(" ") else f"({phrase}:*)"
