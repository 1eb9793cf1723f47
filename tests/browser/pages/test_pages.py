"""Every kind of page, in every language, both themes and three widths. The four languages see the
six looks between them; `EVERY_LOOK=1 make test PYTEST=tests/browser/pages` sees all
six in each."""

import os

import pytest

from .kinds import KINDS
from .looking import Look

pytestmark = [pytest.mark.browser, pytest.mark.pages]
LOOKS = {
    "fr": [Look("light", 360), Look("dark", 1280)],
    "en": [Look("dark", 360), Look("light", 768)],
    "de": [Look("dark", 768)],
    "lb": [Look("light", 1280)],
}
EVERY_LOOK = [Look(theme, width) for width in (360, 768, 1280) for theme in ("light", "dark")]


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        pytest.param(kind, language, id=f"{kind.name}-{language}")
        for kind in KINDS
        for language in kind.languages
    ],
)
def test_a_page_can_be_used_by_everyone(visitor, kind, language):
    looks = EVERY_LOOK if os.environ.get("EVERY_LOOK") else LOOKS[language]

    assert visitor.look(kind, language, looks) == []
