"""The site with a slim demo, in a process and a room of its own: many pages are looked at, and to
fill a database for each of them would take most of the time."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from tests.bench.processes import finished, free_port, running, until

from .kinds import Kind

HOST = "127.0.0.1"
STARTED = 60
SAID = "filled.json"
SLIM = 4


@dataclass(frozen=True, slots=True)
class DemoSite:
    url: str
    words: dict[str, dict[str, str]]
    sessions: dict[str, str]

    def address(self, kind: Kind, language: str) -> str:
        return kind.address.format_map(self.words[language])

    def cookies(self, who: str, language: str) -> list[dict[str, str]]:
        session = {"sessionid": self.sessions[who]} if who else {}
        values = {"django_language": language, **session}
        return [{"name": name, "value": value, "url": self.url} for name, value in values.items()]


def fill(room: Path, every: int = SLIM) -> None:
    """Once for all who serve a copy of it."""
    room.mkdir(parents=True)
    command = [sys.executable, "-m", "tests.browser.pages", str(every)]
    said = finished(command, environment(room))
    (room / SAID).write_text(said)


@contextmanager
def serving(filled: Path, room: Path) -> Iterator[DemoSite]:
    shutil.copytree(filled, room)
    port = free_port()
    url = f"http://{HOST}:{port}"
    place = ["--host", HOST, "--port", str(port)]
    command = [sys.executable, "-m", "cluster.serve", "--workers", "1", *place]
    log = str(room / "server.log")
    with running(command, log, environment(room, url)) as process:
        until(lambda: answers(f"{url}/healthz"), process, log, STARTED)
        yield DemoSite(url, **json.loads((room / SAID).read_text()))


def environment(room: Path, url: str = f"http://{HOST}") -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": "site:.",
        "DJANGO_SETTINGS_MODULE": "tests.browser.pages.settings",
        "PAGES_ROOM": str(room),
        "DATABASE_URL": f"sqlite:///{room / 'db.sqlite3'}",
        "CACHE_URL": "locmem://",
        "BASE_URL": url,
        "EMAIL_URL": "memory:",
        "TASKS": "immediate",
        "DEMO": "1",
        "DEBUG": "0",
    }


def answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=STARTED).status_code == 200
    except requests.ConnectionError:
        return False
