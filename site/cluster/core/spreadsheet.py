"""Tables that are downloaded: by the public, and from the admin."""

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from .plain import plain

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Those that a table can have, by the ending of a name, with what browsers call them."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def not_a_formula(value: Any) -> Any:
    """Anybody types these; a spreadsheet must not run what begins like a formula."""
    starts_one = isinstance(value, str | Promise) and str(value).startswith(FORMULA_STARTS)
    return f"'{value}" if starts_one else value


def in_local_time(value: Any) -> Any:
    """A moment as clocks here say it, to the second, whatever zone its reader has chosen: a
    spreadsheet knows none."""
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        here = timezone.get_default_timezone()
        return timezone.make_naive(value, here).replace(microsecond=0)
    return value


def download(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """A file of this name, in the format of its ending: the headings, then each row's columns."""
    cells = ([row[column] for column in columns] for row in rows)
    return as_file(name, [columns, *cells])


def as_file(name: str, rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """The ending of the name is one of `FORMATS`; the first row is that of the headings."""
    format = name.rpartition(".")[2]
    return HttpResponse(
        encoded(rows, format),
        content_type=FORMATS[format],
        headers={"Content-Disposition": content_disposition_header(True, name)},
    )


def encoded(rows: Iterable[Sequence[Any]], format: str) -> bytes:
    """A table as a file; what looks like a formula is not run by whoever opens it."""
    return {"csv": _csv, "xlsx": _xlsx}[format](rows)


def _csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """Behind a byte order mark: without it Excel takes UTF-8 for something else."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([not_a_formula(plain(value)) for value in row])
    return file.getvalue().encode("utf-8-sig")


def _xlsx(rows: Iterable[Sequence[Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_cell(sheet, plain(value)) for value in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    """openpyxl takes a text that begins with "=" for a formula, unless it is told."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


class SafeDownload:
    """For views that export: a row is what `downloaded` says, by name, in its order.

    CSV knows no types, so a text that begins like a formula gets an apostrophe; in XLSX Wagtail
    marks every text as text.
    """

    downloaded: dict[str, tuple[Any, Callable[[Any], Any]]] = {}
    """Heading and value of each column."""

    @property
    def list_export(self) -> list[str]:
        return list(self.downloaded)

    @property
    def export_headings(self) -> dict[str, Any]:
        return {name: plain(heading) for name, (heading, _value) in self.downloaded.items()}

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            name: in_local_time(plain(value(item)))
            for name, (_heading, value) in self.downloaded.items()
        }

    def write_csv_row(self, writer, row_dict):
        return super().write_csv_row(
            writer, {name: not_a_formula(value) for name, value in row_dict.items()}
        )
