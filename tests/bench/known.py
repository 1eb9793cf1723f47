"""What there is to ask for, as the API tells it: the same for the same data."""

import re
from dataclasses import dataclass
from random import Random
from typing import TypeVar
from urllib.parse import quote, urlsplit

from .failure import CannotMeasureError
from .visitor import Visitor

PROFILES = "/api/v1/directory/profiles/"
MANY = 60
SHORTEST_WORD = 6
MOST_LOST = 0.2
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Known:
    """`typos`: words with two letters exchanged; `begun`: what somebody typing has typed so far."""

    count: int
    slugs: list[str]
    points: list[tuple[float, float]]
    words: list[str]
    typos: list[str]
    begun: list[str]
    branches: list[str]
    events: list[str]
    guides: list[str]


def get_to_know(visitor: Visitor) -> Known:
    pages = [visitor.json(f"{PROFILES}?limit=100&offset={at}") for at in (0, 100, 200)]
    items = [item for page in pages for item in page["items"]]
    words = _some(sorted(_words(items)))
    branches = visitor.json("/api/v1/directory/branches/")["items"]
    return Known(
        count=pages[0]["count"],
        slugs=[item["slug"] for item in items[:100]],
        points=_some(sorted({tuple(p) for item in items if (p := item["place"]["point"])})),
        words=words,
        typos=_found(visitor, [_misspelt(word) for word in words]),
        begun=_begun(items),
        branches=[one["slug"] for one in branches if one["count"]],
        events=_pages(visitor, "/api/v1/events/"),
        guides=_pages(visitor, "/api/v1/resources/guides/"),
    )


def _words(items: list[dict]) -> set[str]:
    """Of names, headlines and skills: common ones and rare ones."""
    texts = [f"{item['name']} {item['headline']}" for item in items]
    texts += [skill["name"] for item in items for skill in item["skills"]]
    return set(re.findall(rf"[^\W\d_]{{{SHORTEST_WORD},}}", " ".join(texts).lower()))


def _begun(items: list[dict]) -> list[str]:
    """What is suggested: profiles, skills and places, three to five letters of each."""
    names = {name for item in items for name in (item["name"], item["place"]["locality"])}
    names |= {skill["name"] for item in items for skill in item["skills"]}
    chosen = _some(sorted(name for name in names if len(name) >= SHORTEST_WORD))
    return [name[: 3 + number % 3].strip() for number, name in enumerate(chosen)]


def _misspelt(word: str) -> str:
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]


def _found(visitor: Visitor, typos: list[str]) -> list[str]:
    """Those that are forgiven: where a letter's double was exchanged for it nothing is misspelt,
    and a name between two others may be taken for neither. Few may be lost this way."""
    found = [typo for typo in typos if visitor.json(f"{PROFILES}?q={quote(typo)}")["count"]]
    if len(found) < len(typos) * (1 - MOST_LOST):
        lost = sorted(set(typos) - set(found))
        raise CannotMeasureError(f"typos that find nobody: {', '.join(lost)}")
    return found


def _pages(visitor: Visitor, address: str) -> list[str]:
    return [urlsplit(one["html_url"]).path for one in visitor.json(address)["items"]]


def _some(every: list[One]) -> list[One]:
    return Random(1).sample(every, min(MANY, len(every)))
