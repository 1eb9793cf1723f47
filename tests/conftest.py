import os
import shutil
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed

from cluster.core.messages import compile_all
from cluster.home.tree import plant_tree
from tests import copies
from tests.browser.chromium import CHROMIUM
from tests.factories.members import MemberFactory

REDIS_SERVER = shutil.which("redis-server")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        compile_all()
        # Django has read the site's own language by now, which a fresh copy did not have yet.
        translation_file_changed(None, Path("django.mo"))


def lacking(reason):
    """What a machine lacks is skipped with one line, and fails where everything has to be there."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def pytest_collection_modifyitems(items):
    for item in items:
        if not wants_a_database(item):
            item.add_marker("once")


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and not CHROMIUM:
        lacking("Chromium is not installed: see README, or set CHROMIUM to its path")
    if item.get_closest_marker("postgresql") and connection.vendor != "postgresql":
        lacking("needs PostgreSQL: set DATABASE_URL")
    if item.get_closest_marker("redis") and not REDIS_SERVER:
        lacking("redis-server is not installed: see README")
    if item.get_closest_marker("nu") and not (shutil.which("java") and shutil.which("npm")):
        lacking("Java or npm is not installed, for the Nu HTML checker: see README")


@pytest.fixture(autouse=True)
def _nothing_kept():
    """No cached answer, and no language that the request of an earlier test left active."""
    cache.clear()
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    """The page tree is planted once: to plant it anew took most of every test's time. Where no test
    wants a database none is made, and the only one there would be that of the site itself."""
    if not any(wants_a_database(item) for item in request.session.items):
        yield
        return
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        migrated = None if on_sqlite() else connection.creation.serialize_db_to_string()
        plant_tree()
        if on_sqlite():
            copies.keep("tree")
        empty = TransactionTestCase._fixture_teardown

        def put_back(case):
            """At once, not before the next test that changes it for all: others may come first."""
            if on_sqlite():
                copies.put_back("tree")
                return
            # These two keep Django from writing a part of it itself.
            case.serialized_rollback, connection._test_serialized_contents = True, migrated
            empty(case)
            connection.creation.deserialize_db_from_string(migrated)
            plant_tree()

        patch.setattr(TransactionTestCase, "_fixture_teardown", put_back)
        yield


def on_sqlite():
    return connection.vendor == "sqlite"


def wants_a_database(item):
    return "django_db" in item.keywords or not {"db", "transactional_db"}.isdisjoint(
        item.fixturenames
    )


@pytest.fixture
def tree(db):
    """The page tree every installation starts from."""


@pytest.fixture
def editor(tree, client):
    """Logged in, and reading English."""
    editor = MemberFactory(editor=True)
    client.force_login(editor)
    client.cookies["django_language"] = "en"
    return editor


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """(to, subject) of the mails that something brings about."""

    def of(act, *args, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act(*args, **kwargs)
        return [(one.to[0], one.subject) for one in mail.outbox]

    return of
