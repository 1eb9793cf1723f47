"""Our site as in production: granian with two workers, settings from the environment."""

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from .cpu_time import Watched, children
from .environment import ENDS_TLS, HOST, PYTHON, serving_environment
from .processes import finished, free_port, running, until

WORKERS = 2
FIRST_PAGE = "/fr/"
LOG = "server.log"
STARTED = 60


@dataclass(frozen=True, slots=True)
class Server:
    """`up` and `first_page`: seconds from the start of the command to the first 200."""

    process: subprocess.Popen
    port: int
    database: str
    up: float
    first_page: float

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def watched(self) -> Watched:
        return Watched(self.process.pid, self.database)

    def memory(self) -> dict[str, float]:
        """MiB of the workers and of the process that watches over them, as PSS: memory that they
        share is counted once."""
        workers = children(self.process.pid)
        return {
            "memory of two workers": sum(map(_pss, workers)),
            "memory of granian itself": _pss(self.process.pid),
        }


@contextmanager
def serving(settings: str, database: str, cache: str) -> Iterator[Server]:
    port = free_port()
    environment = serving_environment(settings, database, cache, port)
    begun = time.perf_counter()
    with running(_command(port), LOG, environment) as process:
        url = f"http://{HOST}:{port}"
        until(lambda: _answers(f"{url}/healthz"), process, LOG, STARTED)
        up = time.perf_counter() - begun
        until(lambda: _answers(url + FIRST_PAGE), process, LOG, STARTED)
        yield Server(process, port, database, up, time.perf_counter() - begun)


def collect_static(database: str, cache: str) -> None:
    command = [PYTHON, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    finished(command, serving_environment("served", database, cache))


def _command(port: int) -> list[str]:
    place = ["--host", HOST, "--port", str(port)]
    return [PYTHON, "-m", "cluster.serve", "--workers", str(WORKERS), *place]


def _answers(url: str) -> bool:
    try:
        return requests.get(url, headers=ENDS_TLS, timeout=STARTED).status_code == 200
    except requests.ConnectionError:
        return False


def _pss(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE).group(1)) / 1024
