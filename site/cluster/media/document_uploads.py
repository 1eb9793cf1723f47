"""What an uploaded document must pass: that it holds what its name says."""

import zipfile

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from .signatures import extension_of, head_of, kind_of

OFFICE = {"docx": "word/", "pptx": "ppt/", "xlsx": "xl/"}
OPEN_DOCUMENTS = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
PLAIN = ("csv", "txt")


def check_document(file: File) -> None:
    """Raises ValidationError in plain words."""
    claimed, head = extension_of(file.name or ""), head_of(file)
    if not holds(claimed, file, head):
        held = kind_of(head)
        if held and held != claimed:
            message = _("The file says .%(claimed)s but holds %(held)s.")
        else:
            message = _("This file is not a proper .%(claimed)s file.")
        params = {"claimed": claimed, "held": held.upper()}
        raise ValidationError(message, code="wrong_content", params=params)


def holds(claimed: str, file: File, head: bytes) -> bool:
    if claimed in PLAIN:
        return kind_of(head) == "" and b"\x00" not in head
    if claimed in OFFICE or claimed in OPEN_DOCUMENTS:
        return _is_package(claimed, file)
    return kind_of(head) == claimed


def _is_package(claimed: str, file: File) -> bool:
    """Office files are ZIP archives; one with macros is none of ours."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            if claimed in OPEN_DOCUMENTS:
                is_one = package.getinfo("mimetype").file_size < 100
                return is_one and package.read("mimetype").decode() == OPEN_DOCUMENTS[claimed]
    except (zipfile.BadZipFile, KeyError, OSError, UnicodeDecodeError, NotImplementedError):
        return False
    finally:
        file.seek(0)
    return (
        "[Content_Types].xml" in names
        and any(name.startswith(OFFICE[claimed]) for name in names)
        and not any(name.endswith("vbaProject.bin") for name in names)
    )
