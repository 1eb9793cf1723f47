"""What a guide's content consists of, read without knowing how it is drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from wagtail.blocks import StructValue
from wagtail.blocks.list_block import ListValue

from .rich_text.figures import FiguredText

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what follows it; what stands before the first heading has neither."""

    anchor: str = ""
    heading: str = ""
    blocks: list[Any] = field(default_factory=list)


def parts(body: Iterable[Any]) -> list[Part]:
    found: list[Part] = []
    for child in body:
        if child.block_type == "section":
            found.append(Part(child.value.anchor, child.value["heading"]))
        elif not found:
            found.append(Part())
        found[-1].blocks.append(child)
    return found


def minutes_to_read(body: Any) -> int:
    """At the pace of somebody who reads to understand."""
    texts = body.stream_block.get_searchable_content(body)
    words = sum(len(str(text).split()) for text in texts)
    return max(1, round(words / WORDS_A_MINUTE))


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
        elif child.block_type == "country":
            yield from child.value["figures"]
        for text in texts_of(child.value):
            yield from text.figures


def texts_of(value: Any) -> Iterator[FiguredText]:
    """Every text within a block, however deep."""
    if isinstance(value, FiguredText):
        yield value
    elif isinstance(value, StructValue):
        for child in value.values():
            yield from texts_of(child)
    elif isinstance(value, ListValue):
        for child in value:
            yield from texts_of(child)
