"""A PostgreSQL database of the benchmark's own: made once per size, filled, and used again as long
as the code that fills it is the same."""

import json
import os
import shutil
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from .environment import PYTHON, filling_environment
from .failure import CannotMeasureError
from .processes import ROOM, ROOT, finished

USUAL = "postgresql://postgres@127.0.0.1:5432/postgres"
NEEDED = (
    "PostgreSQL is needed: set DATABASE_URL=postgresql://user:password@host/database to one where"
    " databases may be made (none answers at 127.0.0.1:5432 as user postgres)"
)
ROOMS = ("directory", "events", "resources", "site/cluster")
SOURCES = {".py", ".json", ".toml", ".csv"}


@dataclass(frozen=True, slots=True)
class Filled:
    """`about`: seconds each step of the filling took, and the state of the code it was done by."""

    url: str
    about: dict[str, Any]
    server: dict[str, str]


def filled(profiles: int, seed: int, *, reuse: bool) -> Filled:
    """`reuse`: also one that other code has filled, which takes long at a million profiles."""
    base = _server()
    name = f"cluster_bench_{profiles}"
    url = urlsplit(base)._replace(path=f"/{name}").geturl()
    state = {"seed": seed, "code": _code()}
    with psycopg.connect(base, autocommit=True) as connection:
        exists, about = _about(connection, name)
        if not (about.get("seconds") and (reuse or about["state"] == state)):
            _make_anew(connection, name, about, exists=exists)
            about = {"made_by": "make bench", "state": state, **_fill(url, profiles, seed)}
            _write(connection, name, about)
        return Filled(url, about, _settings(connection))


def filled_sqlite(profiles: int, seed: int, *, reuse: bool) -> str:
    """The address of a file with the same as `filled` has, used again like that."""
    file, about = (ROOM / f"filled_{profiles}.{ending}" for ending in ("sqlite3", "json"))
    url, state = f"sqlite:///{file}", json.dumps({"seed": seed, "code": _code()})
    if not (about.exists() and (reuse or about.read_text() == state)):
        shutil.rmtree(ROOM / file.stem, ignore_errors=True)
        for old in (about, *ROOM.glob(f"{file.name}*")):
            old.unlink(missing_ok=True)
        _fill(url, profiles, seed)
        about.write_text(state)
    return url


def _server() -> str:
    given = os.environ.get("DATABASE_URL", "")
    is_given = given.startswith(("postgres://", "postgresql://"))
    base = given if is_given else USUAL
    try:
        psycopg.connect(base, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        reason = "DATABASE_URL: no PostgreSQL answers there" if is_given else NEEDED
        raise CannotMeasureError(reason) from error
    return base


def _about(connection: psycopg.Connection, name: str) -> tuple[bool, dict[str, Any]]:
    """Whether the database exists, and what we wrote about it."""
    asked = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    row = connection.execute(asked, [name]).fetchone()
    return row is not None, json.loads(row[0]) if row and row[0] else {}


def _make_anew(
    connection: psycopg.Connection, name: str, about: dict[str, Any], *, exists: bool
) -> None:
    if exists and about.get("made_by") != "make bench":
        raise CannotMeasureError(f"The database {name} exists and is not this benchmark's: drop it")
    if exists:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
    shutil.rmtree(ROOM / name, ignore_errors=True)
    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    _write(connection, name, {"made_by": "make bench"})


def _write(connection: psycopg.Connection, name: str, about: dict[str, Any]) -> None:
    comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
    connection.execute(comment.format(sql.Identifier(name), sql.Literal(json.dumps(about))))


def _fill(url: str, profiles: int, seed: int) -> dict[str, Any]:
    kind = urlsplit(url).scheme
    print(f"Filling a database ({kind}) with {profiles:,} profiles …", flush=True)
    command = [PYTHON, "-m", "tests.bench.filling", str(profiles), str(seed)]
    return {"seconds": json.loads(finished(command, filling_environment(url)).splitlines()[-1])}


def _code() -> str:
    digest = sha256()
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*")):
            if file.suffix in SOURCES:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _settings(connection: psycopg.Connection) -> dict[str, str]:
    names = ("server_version", "shared_buffers", "work_mem", "jit", "fsync")
    return {name: connection.execute(f"SHOW {name}").fetchone()[0] for name in names}
