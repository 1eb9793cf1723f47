"""Wagtail's search on PostgreSQL, but for listings, which are searched by indexes on themselves.

Wagtail's own index is a table beside, joined by the key as text: of a word that a hundred thousand
listings have, that joins, and reads, a hundred thousand wide rows.
"""

from typing import Any

from wagtail.search.backends.database.postgres.postgres import (
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from wagtail.search.query import PlainText

from .models.listing import ProfileListing
from .vectors import IndexedWords


class Compiler(PostgresSearchQueryCompiler):
    def get_index_vectors(self, search_query: Any) -> list[tuple[Any, Any]]:
        if issubclass(self.queryset.model, ProfileListing):
            return [(IndexedWords(), 1.0)]
        return super().get_index_vectors(search_query)

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        """Not one of some words is none of them, which Wagtail's takes for: one of them not."""
        if invert and isinstance(query, PlainText):
            other = {"and": "or", "or": "and"}[query.operator]
            query = PlainText(query.query_string, operator=other)
        return super().build_tsquery_content(query, config=config, invert=invert)


class Index(PostgresIndex):
    def add_items(self, model: Any, objs: Any) -> None:
        if not issubclass(model, ProfileListing):
            super().add_items(model, objs)


class SearchBackend(PostgresSearchBackend):
    query_compiler_class = Compiler
    index_class = Index
