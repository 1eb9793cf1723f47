import pytest

from resources.demo.load import load_figures


@pytest.fixture
def register(tree):
    """The figures as they were read at their sources: those of the demo."""
    load_figures()
