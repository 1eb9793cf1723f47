"""The rows of a price list as a visitor filtered them, on the page and as a file."""

import csv
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.translation import get_language

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
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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
            branches=sorted(branches.items(), key=lambda pair: pair[1]),
            units=[choice for choice in Unit.choices if choice[0] in units],
        )
        wanted = self.form.cleaned_data
        self.rows = [
            row
            for row in everything
            if (not wanted.get("unit") or row.unit == wanted["unit"])
            and (not wanted.get("branch") or (row.branch and row.branch.slug == wanted["branch"]))
        ]
        self.wanted = {name: value for name, value in wanted.items() if value}

    @property
    def encoded(self) -> str:
        """What the rows were filtered by, for an address."""
        return urlencode(self.wanted)

    @property
    def chips(self) -> list[dict[str, str]]:
        """Each active filter with the address that is without it."""
        return [
            {
                "label": self._label(name, value),
                "url": "?" + urlencode({k: v for k, v in self.wanted.items() if k != name}),
            }
            for name, value in self.wanted.items()
        ]

    def _label(self, name: str, value: str) -> str:
        field: Any = self.form.fields[name]
        return str(dict(field.choices)[value])


def as_csv(page: Any, rows: Iterable[Any]) -> HttpResponse:
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{page.slug}.csv"'},
    )
    # Excel reads UTF-8 only behind a byte order mark.
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(cells(row))
    return response


def cells(row: Any) -> list[Any]:
    language = get_language() or ""
    return [
        safe(row.service),
        row.branch.name_in(language) if row.branch else "",
        row.get_unit_display(),
        row.low,
        row.typical,
        row.high,
        row.observations,
        row.year,
        safe(row.source),
        row.source_url,
    ]


def safe(text: str) -> str:
    """A cell that a spreadsheet would take for a formula becomes plain text."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
