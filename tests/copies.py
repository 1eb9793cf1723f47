"""What the database of the tests holds at some moment, put back later: SQLite copies its pages in
no time, others are filled anew."""

import sqlite3
from collections.abc import Callable

from django.db import connection

_kept: dict[str, sqlite3.Connection] = {}


def keep(name: str) -> None:
    connection.ensure_connection()
    _kept[name] = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(_kept[name])


def put_back(name: str) -> None:
    connection.ensure_connection()
    _kept[name].backup(connection.connection)


def made(name: str, make: Callable[[], None]) -> None:
    """What `make` writes beside the page tree: a copy of it, from the second time on."""
    if name in _kept:
        put_back(name)
        return
    make()
    if connection.vendor == "sqlite":
        keep(name)
