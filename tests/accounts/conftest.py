import re

import pytest
from django.core import mail


@pytest.fixture
def code():
    """The code in the newest mail, which stands alone on its line."""
    return lambda: re.findall(r"^\d{6}$", mail.outbox[-1].body, re.MULTILINE)[0]
