"""The figures as a page shows them: rows with their names, and the charts drawn of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from cluster.core.sections import section_of

from ..models.vocabulary import Branch
from .charts import Months, months, widths
from .counting import Row
from .kept import Figures
from .tables import TABLES, Drawing, Table


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`colour` is that of a branch, 0 of what has none; `url` leads to what was counted."""

    row: Row
    name: str
    width: str = ""
    colour: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    table: Table
    rows: list[ShownRow]
    months: Months | None = None

    @property
    def is_empty(self) -> bool:
        return all(row.row.number == 0 and not row.row.other for row in self.rows)

    @property
    def is_few(self) -> bool:
        """Nothing could be drawn of numbers that are not said."""
        return all(row.row.number is None for row in self.rows)


def charts(figures: Figures, language: str) -> list[Chart]:
    return [chart(table, figures.tables[table.slug], language) for table in TABLES]


def chart(table: Table, rows: list[Row], language: str) -> Chart:
    names = named(table, rows, language)
    numbers = [row.number for row in rows]
    colours = _colours() if table.parameter == "branch" else {}
    section = section_of(table.page, language) if table.page else None
    shown = [
        ShownRow(
            row,
            names[row.key],
            width,
            colours.get(row.key, 0),
            f"{section.url}?{urlencode({table.parameter: row.key})}"
            if section and row.number
            else "",
        )
        for row, width in zip(rows, widths(numbers), strict=True)
    ]
    over_time = table.drawing is Drawing.MONTHS
    drawn = months(numbers, [row.other for row in rows]) if over_time else None
    return Chart(table, shown, drawn)


def named(table: Table, rows: list[Row], language: str) -> dict[str, str]:
    names = table.names([row.key for row in rows], language)
    return {row.key: str(names.get(row.key, row.key)) for row in rows}


def _colours() -> Mapping[str, int]:
    return dict(Branch.objects.values_list("slug", "position"))
