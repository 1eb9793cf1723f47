"""Tables that are downloaded: by the public, and from the admin."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from .plain import plain

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Rows = Iterable[Mapping[str, Any]]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def not_a_formula(value: Any) -> Any:
    """Anybody types these; a spreadsheet must not run what begins like a formula."""
    starts_one = isinstance(value, str | Promise) and str(value).startswith(FORMULA_STARTS)
    return f"'{value}" if starts_one else value


def download(name: str, columns: Sequence[str], rows: Rows) -> HttpResponse:
    """A file of this name, CSV or XLSX by its ending: one row of headings, then each row's columns;
    what begins like a formula is a text in both."""
    write = {"csv": _write_csv, "xlsx": _write_xlsx}[name.rpartition(".")[2]]
    response = write(columns, rows)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def _write_csv(columns: Sequence[str], rows: Rows) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    table = csv.writer(response)
    table.writerow(columns)
    for row in rows:
        table.writerow([not_a_formula(row[name]) for name in columns])
    return response


def _write_xlsx(columns: Sequence[str], rows: Rows) -> HttpResponse:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(columns)
    for row in rows:
        sheet.append([_cell(sheet, row[name]) for name in columns])
    content = BytesIO()
    book.save(content)
    return HttpResponse(content.getvalue(), content_type=XLSX)


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
        return {name: plain(value(item)) for name, (_heading, value) in self.downloaded.items()}

    def write_csv_row(self, writer, row_dict):
        return super().write_csv_row(
            writer, {name: not_a_formula(value) for name, value in row_dict.items()}
        )
