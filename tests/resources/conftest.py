import pytest
from django.db import transaction

from resources.demo.load import load_figures


@pytest.fixture(scope="module")
def figures_of_the_demo(django_db_setup, django_db_blocker):
    """Loaded once, in a transaction around those of the module's tests: it takes longer than most
    of them."""
    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
        load_figures()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def register(figures_of_the_demo, tree):
    """The figures as they were read at their sources: those of the demo."""
