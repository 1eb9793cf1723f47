"""A database with all migrations in it, made once for all workers of a run: to run them takes as
long as a hundred tests."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
FILE, DONE = "migrated.sqlite3", "migrated"


def make(folder: Path) -> None:
    """Unless it is there. `folder` is what the workers share; one at a time may call this."""
    if (folder / DONE).exists():
        return
    url = f"sqlite:///{folder / FILE}"
    if connection.vendor == "postgresql":
        drop()
        _ask(f'CREATE DATABASE "{_name()}"')
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{_name()}").geturl()
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        check=True,
    )
    (folder / DONE).touch()


def begin_with_it() -> None:
    """Before a worker's own database is made: PostgreSQL copies this one, and has nothing left to
    migrate; SQLite copies it later."""
    test = connection.settings_dict["TEST"]
    if connection.vendor == "postgresql":
        test["TEMPLATE"] = _name()
    else:
        test["MIGRATE"] = False


def fill(folder: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        source = sqlite3.connect(folder / FILE)
        source.backup(connection.connection)
        source.close()
        ContentType.objects.clear_cache()  # they have other keys here


def copy_to(file: Path, folder: Path) -> None:
    """For a site of its own, where there is one by now."""
    if connection.vendor == "sqlite" and (folder / DONE).exists():
        shutil.copy(folder / FILE, file)


def drop() -> None:
    if connection.vendor == "postgresql":
        _ask(f'DROP DATABASE IF EXISTS "{_name()}" WITH (FORCE)')


def _name() -> str:
    """Of the database on a PostgreSQL server."""
    return f"test_{connection.settings_dict['NAME']}_migrated"


def _ask(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
