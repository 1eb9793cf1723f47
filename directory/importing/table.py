"""A file of the editors as headings and rows of text, whatever program wrote it."""

import csv
import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED = 60 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CELL = 20_000
DELIMITERS = (";", "\t", ",")
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
LONGEST_DECLARATION = 4_096


class Unreadable(Exception):
    """A file that cannot be read; its text says to an editor what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    headings: list[str]
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    """Number as the spreadsheet shows it, and as many cells as there are headings."""


def read_table(content: bytes) -> Table:
    """By what the file is and not by how it is named. Raises Unreadable."""
    if len(content) > MAX_BYTES:
        raise Unreadable(
            _("The file is larger than %(size)d MB. Import it in parts.")
            % {"size": MAX_BYTES // 1024 // 1024}
        )
    if content.startswith(OLD_EXCEL):
        raise Unreadable(
            _("This is a workbook of an old kind. Save it as Excel workbook (.xlsx) or CSV.")
        )
    lines = _workbook(content) if content.startswith(ZIP) else _text(content)
    return _table(lines)


def _table(lines: Iterable[list[str]]) -> Table:
    headings: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    for number, cells in enumerate(lines, start=1):
        if not any(cells):
            continue
        if not headings:
            headings = cells[:MAX_COLUMNS]
            continue
        if len(rows) == MAX_ROWS:
            raise Unreadable(
                _("There are more than %(rows)d rows. Import them in parts.") % {"rows": MAX_ROWS}
            )
        rows.append((number, (cells + [""] * len(headings))[: len(headings)]))
    while headings and not headings[-1]:
        headings.pop()
    if not (headings and rows):
        raise Unreadable(_("There is nothing to import: a first row with headings is needed."))
    return Table(headings, [(number, cells[: len(headings)]) for number, cells in rows])


def _text(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content).replace("\0", "")
    first = text.lstrip().splitlines()[:1]
    reader = csv.reader(first)
    try:
        delimiter = max(DELIMITERS, key=lambda one: len(next(csv.reader(first, delimiter=one), [])))
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
        for cells in reader:
            yield [_cell(cell) for cell in cells]
    except csv.Error as error:
        raise Unreadable(
            _("Line %(line)d cannot be read. Is a quotation mark open?") % {"line": reader.line_num}
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(
        _("The file’s characters cannot be read. Save it as “CSV UTF-8” or as Excel workbook.")
    )


def _workbook(content: bytes) -> Iterator[list[str]]:
    """The first sheet. Unpacked bit by bit, after a look at how much there is to unpack."""
    try:
        _refuse_bombs(zipfile.ZipFile(io.BytesIO(content)))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        # What a sheet says of its own size may be wrong, or a million rows of nothing.
        sheet.reset_dimensions()
        empty = 0
        for row in sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True):
            cells = [_cell(_as_text(value)) for value in row]
            empty = 0 if any(cells) else empty + 1
            if empty > MAX_ROWS:
                return
            yield cells
    except (
        zipfile.BadZipFile,
        zlib.error,
        InvalidFileException,
        ParseError,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,  # of a part that is encrypted
    ) as error:
        raise Unreadable(
            _("This workbook cannot be read. Open it, save it as Excel workbook and try again.")
        ) from error


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    with archive:
        parts = archive.infolist()
        if len(parts) > 1_000 or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise Unreadable(
                _("This workbook is too large. Copy the rows to import into a new one.")
            )
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as file:
                    if b"<!" in file.read(LONGEST_DECLARATION).replace(b"<!--", b""):
                        raise Unreadable(_("This workbook holds what no spreadsheet writes."))


def _as_text(value: Any) -> str:
    """As the editor sees it: a post code is no decimal number, a day has no hour."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value)


def _cell(text: str) -> str:
    """Without the apostrophe that keeps what looks like a formula from being one."""
    text = text.replace("\r\n", "\n").replace("_x000D_", "").strip()[:MAX_CELL]
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text
