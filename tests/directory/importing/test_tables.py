"""Files as editors have them, and files that somebody made to do harm."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from directory.importing import table
from directory.importing.table import Unreadable, read_table

ROWS = [["name", "text"], ["Zoé", "Dessin; gravure, œuvre"], ["", ""], ["Bö", "1\n2"]]
READ = [(2, ["Zoé", "Dessin; gravure, œuvre"]), (4, ["Bö", "1\n2"])]


def text(delimiter):
    return "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in ROWS)


def workbook(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content, name, change):
    """A workbook with one part changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", 8) as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, change(data) if part == name else data)
    return target.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_whatever_program_wrote_it(delimiter, encoding):
    read = read_table(text(delimiter).encode(encoding))

    assert (read.headings, read.rows) == (["name", "text"], READ)


def test_a_workbook_is_read_as_its_editor_sees_it():
    read = read_table(
        workbook([["name", "cp", "lat"], ["Zoé", 4011.0, 49.5], [None], ["Bö", 7, None]])
    )

    assert read.rows == [(2, ["Zoé", "4011", "49.5"]), (4, ["Bö", "7", ""])]


def test_a_row_may_be_shorter_or_longer_than_the_headings():
    read = read_table(b"name,kind\nAda\nBo,studio,more\n")

    assert read.rows == [(2, ["Ada", ""]), (3, ["Bo", "studio"])]


def test_an_apostrophe_before_what_looks_like_a_formula_is_taken_off():
    assert read_table(b"name\n'=1+1\n'tis\n").rows == [(2, ["=1+1"]), (3, ["'tis"])]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "a first row with headings is needed"),
        (b"name,kind\n", "a first row with headings is needed"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 99, "an old kind"),
        (b"PK\x03\x04 and nothing more", "cannot be read"),
        (b"name\n\x81\x8d\xff", "characters cannot be read"),
        (b"x" * (table.MAX_BYTES + 1), "larger than 10 MB"),
        (b"name\n" + b"a\n" * (table.MAX_ROWS + 1), "more than 20000 rows"),
        (b'name\n"' + b"x" * 200_000, "quotation mark"),
    ],
    ids=["empty", "headings", "xls", "no zip", "bytes", "large", "long", "quote"],
)
def test_what_cannot_be_read_says_what_to_do(content, says):
    with pytest.raises(Unreadable, match=says):
        read_table(content)


def test_lines_may_end_as_they_did_on_old_machines():
    assert read_table(b"name;kind\rAda;studio\r").rows == [(2, ["Ada", "studio"])]


def test_headings_longer_than_any_are_refused():
    with pytest.raises(Unreadable, match="quotation mark"):
        read_table(b"x" * 200_000 + b"\nAda\n")


def test_a_workbook_that_unpacks_to_gigabytes_is_not_unpacked():
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _time in range(100):
            part.write(b"0" * 1024 * 1024)

    with pytest.raises(Unreadable, match="too large"):
        read_table(bomb.getvalue())


def test_a_workbook_with_entities_is_refused():
    laughs = b'<!DOCTYPE lolz [<!ENTITY lol "lol">]>'
    name = "xl/worksheets/sheet1.xml"
    book = repacked(workbook(ROWS), name, lambda xml: laughs + xml)

    with pytest.raises(Unreadable, match="no spreadsheet writes"):
        read_table(book)


def test_a_workbook_whose_sheet_says_it_is_huge_is_read_by_what_it_holds():
    name = "xl/worksheets/sheet1.xml"
    book = repacked(
        workbook(ROWS), name, lambda xml: xml.replace(b'ref="A1:B4"', b'ref="A1:XFD1048576"')
    )

    assert read_table(book).rows == READ


def test_a_broken_workbook_is_refused():
    name = "xl/worksheets/sheet1.xml"

    with pytest.raises(Unreadable, match="cannot be read"):
        read_table(repacked(workbook(ROWS), name, lambda xml: xml[:300]))


def test_a_workbook_that_is_damaged_or_locked_is_refused():
    whole = workbook(ROWS)
    damaged = bytearray(whole)
    start = whole.index(b"xl/worksheets/sheet1.xml") + 40
    damaged[start : start + 30] = b"\xff" * 30
    locked = bytearray(whole)
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        found = whole.find(mark)
        while found >= 0:
            locked[found + at] |= 1
            found = whole.find(mark, found + 4)

    for content in (bytes(damaged), bytes(locked)):
        with pytest.raises(Unreadable, match="cannot be read"):
            list(read_table(content).rows)
