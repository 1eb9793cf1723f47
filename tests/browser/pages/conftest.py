"""`look` opens any kind of page of the demo in a browser and says what is wrong with it."""

import fcntl
import os
from contextlib import contextmanager

import pytest

from . import demo_site
from .looking import Visitor


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """A folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def alone(shared):
    """`with alone("name"):` while no other worker does the same."""

    @contextmanager
    def locked(name):
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    return locked


@pytest.fixture(scope="session")
def filled(shared, alone):
    """A filled room, the same for all workers."""
    room = shared / "pages"
    with alone("pages"):
        if not room.exists():
            demo_site.fill(room)
    return room


@pytest.fixture(scope="session")
def site(filled, tmp_path_factory):
    with demo_site.serving(filled, tmp_path_factory.mktemp("pages") / "room") as served:
        yield served


@pytest.fixture(scope="session")
def visitor(chromium, site):
    return Visitor(chromium, site)
