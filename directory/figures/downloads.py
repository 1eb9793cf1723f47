"""The tables of the figures to download: one of them, or all in one file."""

import csv

from django.http import HttpResponse
from django.utils.timezone import localdate

from cluster.core.spreadsheet import not_a_formula

from .counting import FEW
from .kept import Figures
from .showing import named
from .tables import TABLES

COLUMNS = ("table", "key", "name", "number", "other")


def knows(slug: str) -> bool:
    return any(table.slug == slug for table in TABLES)


def respond(figures: Figures, *, language: str, only: str = "") -> HttpResponse:
    """`only` is the slug of a table; without it, all of them. `other` is a table's second number:
    all profiles at a month's end, claims of a skill before."""
    name = f"figures-{only}" if only else "figures"
    day = localdate(figures.at).isoformat()
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}-{day}.csv"'},
    )
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    for table in TABLES:
        if only in ("", table.slug):
            rows = figures.tables[table.slug]
            names = named(table, rows, language)
            for row in rows:
                number = f"<{FEW}" if row.number is None else row.number
                cells = (table.slug, row.key, names[row.key], number, row.other)
                writer.writerow([not_a_formula(cell) for cell in cells])
    return response
