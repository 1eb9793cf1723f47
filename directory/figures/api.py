"""`/api/v1/figures/`: the sector's figures, for programs."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from cluster.core.api import LanguageQuery, language_of

from .counting import FEW, Row
from .kept import figures
from .schemas import FiguresOut
from .showing import named
from .tables import CONTACT, MONTH, RISING, TABLES, Table

router = Router()
OTHER = {MONTH.slug: "total", RISING.slug: "before"}


@router.get("/", response=FiguresOut, summary="The sector’s figures")
def sector(request: HttpRequest, parameters: Query[LanguageQuery]) -> dict[str, Any]:
    found, language = figures(), language_of(request)
    tables = {table.slug: _items(table, found.tables[table.slug], language) for table in TABLES}
    return {"at": found.at, "profiles": found.profiles, **tables}


def _items(table: Table, rows: list[Row], language: str) -> list[dict[str, Any]]:
    names = named(table, rows, language)
    return [
        {"slug": row.key, "name": names[row.key], "number": row.number, **_more(table, row)}
        for row in rows
    ]


def _more(table: Table, row: Row) -> dict[str, int | None]:
    if table is CONTACT:
        heads = [part for part, _head in table.parts]
        parts = dict(zip(heads, row.parts, strict=True))
        return {"fewer_than": FEW if row.number is None else None, **parts}
    return {OTHER[table.slug]: row.other} if table.slug in OTHER else {}
