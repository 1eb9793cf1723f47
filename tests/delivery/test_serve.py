"""The site as it is started for the public: `python -m cluster.serve`."""

import os
import signal
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.bench.cpu_time import children
from tests.bench.processes import finished, free_port, running, until

SERVE = [sys.executable, "-m", "cluster.serve"]
LOG = "serve.log"


@pytest.fixture
def environment(tmp_path):
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cluster.settings.demo",
        "PYTHONPATH": "site:.",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "CACHE_URL": "locmem://",
    }


@pytest.fixture
def served(environment):
    with serving(environment) as started:
        yield started


@contextmanager
def serving(environment):
    """(process, healthz address) of two workers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}/healthz"
    with running([*SERVE, "--workers", "2", "--port", str(port)], LOG, environment) as process:
        until(lambda: answers(address), process, LOG, 60)
        yield process, address


def answers(address):
    try:
        return requests.get(address, timeout=10).status_code == 200
    except requests.ConnectionError:
        return False


def test_a_worker_that_dies_is_replaced(served):
    process, address = served
    dead, other = sorted(children(process.pid))
    os.kill(dead, signal.SIGKILL)
    until(lambda: len(set(children(process.pid)) - {dead, other}) == 1, process, LOG)
    until(lambda: answers(address), process, LOG)
    assert len(children(process.pid)) == 2


def test_workers_are_forked_also_where_python_would_not(environment, tmp_path):
    """As Python 3.14 has it: a worker that is not forked begins with a command of its own."""
    (tmp_path / "sitecustomize.py").write_text(
        "import multiprocessing.context as c\n"
        "c._default_context._default_context = c._concrete_contexts['forkserver']\n"
    )
    path = f"{tmp_path}:{environment['PYTHONPATH']}"
    with serving({**environment, "PYTHONPATH": path}) as (process, _address):
        commands = {Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children(process.pid)}
        assert commands == {Path(f"/proc/{process.pid}/cmdline").read_bytes()}


def test_workers_inherit_no_connection_to_the_database(environment):
    loaded = (
        "from cluster.serve import load; load(); from django.db import connections;"
        "print([one.connection for one in connections.all(initialized_only=True)])"
    )
    said = finished([sys.executable, "-c", loaded], environment)
    assert said.strip() in {"[]", "[None]"}
