"""The tables of the figures to download: one of them, or all in one file."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.timezone import localdate

from cluster.core.spreadsheet import as_file

from .counting import FEW, Row
from .kept import Figures
from .showing import named
from .tables import TABLES, Table

COLUMNS = ("table", "key", "name", "number", "other")


def knows(slug: str) -> bool:
    return any(table.slug == slug for table in TABLES)


def respond(figures: Figures, *, language: str, only: str = "") -> HttpResponse:
    """`only` is the slug of a table; without it, all of them. `other` is a table's second number:
    all profiles at a month's end, claims of a skill before. Further numbers follow as tables of
    their own: `contact-paid` after `contact`."""
    name = f"figures-{only}" if only else "figures"
    day = localdate(figures.at).isoformat()
    lines = [
        line
        for table in TABLES
        if only in ("", table.slug)
        for line in _lines(table, figures.tables[table.slug], language)
    ]
    return as_file(f"{name}-{day}.csv", [COLUMNS, *lines])


def _lines(table: Table, rows: list[Row], language: str) -> Iterator[tuple]:
    names = named(table, rows, language)
    for row in rows:
        yield table.slug, row.key, names[row.key], _said(row.number), row.other
    for place, (part, _head) in enumerate(table.parts):
        for row in rows:
            yield f"{table.slug}-{part}", row.key, names[row.key], _said(row.parts[place]), None


def _said(number: int | None) -> int | str:
    return f"<{FEW}" if number is None else number
