"""What a guide's content consists of, read without knowing how it is drawn."""

from collections.abc import Iterable, Iterator
from typing import Any


def outline(body: Iterable[Any]) -> list[tuple[str, str]]:
    """(anchor, heading) of each section, in order."""
    return [
        (child.value.anchor, child.value["heading"])
        for child in body
        if child.block_type == "section"
    ]


def figures_of(body: Iterable[Any]) -> Iterator[Any]:
    """Every figure a guide refers to, in its order, None where one was deleted since."""
    for child in body:
        if child.block_type == "figures":
            yield from child.value["figures"]
        elif child.block_type == "helpers":
            for item in child.value["items"]:
                yield from item["figures"]
