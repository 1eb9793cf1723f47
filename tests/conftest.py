import os
import shutil

import pytest
from django.core.cache import cache
from django.db import connection

from cluster.core.messages import compile_all
from cluster.home.models import HomePage
from cluster.home.tree import plant_tree

REDIS_SERVER = shutil.which("redis-server")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        compile_all()


def pytest_runtest_setup(item):
    """What a machine lacks is skipped with one line, and fails where everything has to be there."""
    lacking = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
    if item.get_closest_marker("browser") and not CHROMIUM:
        lacking("Chromium is not installed: see README, or set CHROMIUM to its path")
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        lacking("needs PostgreSQL: set DATABASE_URL")
    if item.get_closest_marker("redis") and not REDIS_SERVER:
        lacking("redis-server is not installed: see README")


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The page tree is planted once: to plant it anew took most of every test's time."""
    with django_db_blocker.unblock():
        plant_tree()


@pytest.fixture
def tree(db):
    """The page tree every installation starts from; again where a test emptied the database."""
    if not HomePage.objects.exists():
        plant_tree()
