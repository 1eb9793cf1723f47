"""Two marks that kept pages carry, so that none is shown that it is too old for.

`content` moves with everything that may change a public page: a page kept before is made anew.
`withdrawal` moves when something stops being public: a page kept before is not shown again, not
even while the database is gone.
"""

from dataclasses import dataclass
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction

CONTENT = "delivery.content"
WITHDRAWAL = "delivery.withdrawal"


@dataclass(frozen=True, slots=True)
class Marks:
    content: str
    withdrawal: str


def marks(known: dict[str, str] | None = None) -> Marks:
    """The marks of now, from what was read already or from the cache."""
    known = known if known is not None else cache.get_many([CONTENT, WITHDRAWAL])
    return Marks(known.get(CONTENT) or _first(CONTENT), known.get(WITHDRAWAL) or _first(WITHDRAWAL))


def content_changed(**_kwargs: object) -> None:
    """After the commit: a page made before it would be kept as if it were of after."""
    transaction.on_commit(lambda: _move(CONTENT))


def something_withdrawn(**_kwargs: object) -> None:
    transaction.on_commit(lambda: _move(CONTENT, WITHDRAWAL))


def _move(*names: str) -> None:
    cache.set_many({name: uuid4().hex for name in names}, None)


def _first(name: str) -> str:
    return str(cache.get_or_set(name, lambda: uuid4().hex, None))
