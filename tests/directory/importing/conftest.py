import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def _english():
    """The sentences of reports are compared in English."""
    with override("en"):
        yield
