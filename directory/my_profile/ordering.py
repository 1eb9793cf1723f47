from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def moved(items: Sequence[Item], keys: Sequence[str | None], key: str, steps: int) -> list[Item]:
    """The items with the one of this key so many places earlier (negative) or later, at most to
    an end."""
    ordered = list(items)
    if key in keys:
        place = keys.index(key)
        item = ordered.pop(place)
        ordered.insert(min(max(place + steps, 0), len(ordered)), item)
    return ordered
