import pytest

from directory.branches import plant_branches
from directory.importing.columns import guess
from directory.importing.plan import plan
from directory.importing.table import read_table
from directory.importing.writing import carry_out


@pytest.fixture
def directory(tree):
    plant_branches()


@pytest.fixture
def look(directory):
    """Verdicts on a file, given as its text."""

    def at(text):
        table = read_table(text.encode())
        return plan(table, guess(table.headings))

    return at


@pytest.fixture
def bring_in(directory):
    """A file, given as its text, imported by nobody in particular or by an editor."""

    def of(text, by=None):
        table = read_table(text.encode())
        return carry_out(lambda: plan(table, guess(table.headings)), by=by)

    return of
