"""What became of every row, as a table to read, to download and to print."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from cluster.core.plain import plain
from cluster.core.spreadsheet import not_a_formula

from .plan import Outcome

LABELS = {
    Outcome.CREATED: pgettext_lazy("row of an import", "New profile"),
    Outcome.UPDATED: pgettext_lazy("row of an import", "Changed"),
    Outcome.UNCHANGED: pgettext_lazy("row of an import", "Nothing new"),
    Outcome.SKIPPED: pgettext_lazy("row of an import", "Left out"),
    Outcome.FAULTY: pgettext_lazy("row of an import", "To be corrected"),
}
ANSWERS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The formats a table can have, with what browsers call them."""


def counts(report: Iterable[dict[str, Any]]) -> list[tuple[str, Any, int]]:
    """(outcome, label, how many) of all outcomes, in the order in which they matter."""
    number = Counter(line["outcome"] for line in report)
    return [(str(outcome), label, number[outcome]) for outcome, label in LABELS.items()]


def lines(report: Iterable[dict[str, Any]]) -> Iterator[list[Any]]:
    yield [_("Row"), _("Name"), _("What happens"), _("Why")]
    for line in report:
        label = str(LABELS[Outcome(line["outcome"])])
        yield [line["row"], line["name"], label, line["reason"]]


def encoded(rows: Iterable[Sequence[Any]], format: str) -> bytes:
    """A table as a file; what looks like a formula is not run by whoever opens it."""
    return _as_csv(rows) if format == "csv" else _as_workbook(rows)


def format_of(path: Path) -> str:
    """ "" where the name ends in neither."""
    ending = path.suffix.lower().lstrip(".")
    return ending if ending in ANSWERS else ""


def _as_csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """With the mark by which Excel knows that it is UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([not_a_formula(plain(cell)) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _as_workbook(rows: Iterable[Sequence[Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=plain(value))
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
