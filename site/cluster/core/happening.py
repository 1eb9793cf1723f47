"""What happens soon, asked of whoever knows: an app registers the hook `happenings`, a function of
an `Asked` that gives `Happenings`, and a page of another app shows them without importing it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wagtail import hooks

MOST = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """`words` that have to be said of it, the `branch` it has to be of; or these very `pages`, by
    their keys, of which some are somebody else's."""

    language: str
    now: dt.datetime
    words: str = ""
    branch: str = ""
    pages: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Happenings:
    template: str
    """Of one `card`."""
    cards: Sequence[Any]


def happenings(asked: Asked) -> list[Happenings]:
    """Nothing is left out by name: what nobody said anything of is empty."""
    found = [ask(asked) for ask in hooks.get_hooks("happenings")]
    return [one for one in found if one.cards]
