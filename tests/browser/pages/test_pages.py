"""Every kind of page in both themes and three widths: each in two of the four languages, the kinds
in turn. `EVERY_LOOK=1 make test PYTEST=tests/browser/pages` sees every kind in every language and
look."""

import os

import pytest

from .kinds import KINDS
from .looking import Look

pytestmark = [pytest.mark.browser, pytest.mark.pages]
EVERY_LOOK = [Look(theme, width) for width in (360, 768, 1280) for theme in ("light", "dark")]
IN_TURN = (
    {"fr": [Look("light", 360), Look("dark", 1280)], "de": [Look("dark", 768)]},
    {"en": [Look("dark", 360), Look("light", 1280)], "lb": [Look("light", 768)]},
)


def looks_of(turn, kind):
    if os.environ.get("EVERY_LOOK"):
        return dict.fromkeys(kind.languages, EVERY_LOOK)
    wanted = IN_TURN[turn % len(IN_TURN)]
    return {language: wanted[language] for language in wanted if language in kind.languages}


@pytest.mark.parametrize(
    ("kind", "language", "looks"),
    [
        pytest.param(kind, language, looks, id=f"{kind.name}-{language}")
        for turn, kind in enumerate(KINDS)
        for language, looks in looks_of(turn, kind).items()
    ],
)
def test_a_page_can_be_used_by_everyone(visitor, kind, language, looks):
    assert visitor.look(kind, language, looks) == []
