"""The contents list of a guide."""

from collections.abc import Iterable
from typing import Any


def outline(body: Iterable[Any]) -> list[tuple[str, str]]:
    """(anchor, heading) of each section, in order."""
    return [
        (child.value.anchor, child.value["heading"])
        for child in body
        if child.block_type == "section"
    ]
