import pytest

from cluster.core.sections import forget_sections
from cluster.home.tree import plant_tree


@pytest.fixture(autouse=True)
def _nothing_kept():
    forget_sections()


@pytest.fixture
def tree(db):
    """The page tree every installation starts from."""
    plant_tree()
