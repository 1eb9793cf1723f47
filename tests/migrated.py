"""A database with all migrations in it, made once for all workers of a run: to run them takes as
long as a hundred tests."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
FILE = "migrated.sqlite3"
TEMPLATE = "test_migrated"
"""The name of the database on a PostgreSQL server."""


def make(folder: Path) -> None:
    """Unless it is there. `folder` is what the workers share; one at a time may call this."""
    done = folder / "migrated"
    if done.exists():
        return
    url = f"sqlite:///{folder / FILE}"
    if connection.vendor == "postgresql":
        drop()
        _ask("CREATE DATABASE {}")
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{TEMPLATE}").geturl()
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        check=True,
    )
    done.touch()


def begin_with_it() -> None:
    """Before a worker's own database is made: PostgreSQL copies this one, SQLite later on."""
    test = connection.settings_dict["TEST"]
    test["MIGRATE"] = False
    if connection.vendor == "postgresql":
        test["TEMPLATE"] = TEMPLATE


def fill(folder: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        source = sqlite3.connect(folder / FILE)
        source.backup(connection.connection)
        source.close()


def drop() -> None:
    if connection.vendor == "postgresql":
        _ask("DROP DATABASE IF EXISTS {}")


def _ask(statement: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL(statement).format(sql.Identifier(TEMPLATE)))
