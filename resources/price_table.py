"""The rows of a price list as a visitor filtered them, on the page and as a file."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language

from cluster.core.spreadsheet import download

from .forms import PriceForm
from .prices import Unit

COLUMNS = (
    "service",
    "branch",
    "unit",
    "low",
    "typical",
    "high",
    "observations",
    "year",
    "source",
    "source_url",
)


class PriceTable:
    """`rows` of `all_rows` that the parameters ask for; a list has tens of rows, all in memory
    because the filters offer the branches and units that occur in them."""

    def __init__(self, parameters, all_rows: Iterable[Any]):
        everything = list(all_rows)
        language = get_language() or ""
        branches = {
            row.branch.slug: row.branch.name_in(language) for row in everything if row.branch
        }
        units = {row.unit for row in everything}
        self.form = PriceForm(
            parameters,
            branch=sorted(branches.items(), key=lambda pair: pair[1]),
            unit=[choice for choice in Unit.choices if choice[0] in units],
        )
        branch, unit = (self.form.wanted.get(name) for name in ("branch", "unit"))
        self.rows = [
            row
            for row in everything
            if (not unit or row.unit == unit)
            and (not branch or (row.branch and row.branch.slug == branch))
        ]


def as_file(name: str, rows: Iterable[Any]) -> HttpResponse:
    """By the ending of its name; what begins like a formula is a text."""
    return download(name, COLUMNS, (cells(row) for row in rows))


def cells(row: Any) -> dict[str, Any]:
    language = get_language() or ""
    plain = {name: getattr(row, name) for name in COLUMNS if name not in ("branch", "unit")}
    branch = row.branch.name_in(language) if row.branch else ""
    return {**plain, "branch": branch, "unit": str(row.get_unit_display())}
