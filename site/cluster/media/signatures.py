"""What a file holds, told by its first bytes and never by its name."""

from pathlib import Path
from typing import IO

import filetype

HEAD = 8192
MARKUP = {b"<svg": "svg", b"<!doctype html": "html", b"<html": "html", b"<script": "html"}


def extension_of(name: str) -> str:
    """The part after the last dot, in lower case: what the file claims to be."""
    return Path(name or "").suffix.lower().lstrip(".")[:10]


def head_of(file: IO[bytes]) -> bytes:
    """The file's beginning; the file is left at its start."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    return head


def kind_of(head: bytes) -> str:
    """`pdf`, `png`, `zip`, `svg`, `html` …, or "" for what has no signature, such as plain text."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, kind in MARKUP.items():
        if mark in start[:1024]:
            return kind
    guessed = filetype.guess(head)
    return str(guessed.extension) if guessed else ""
