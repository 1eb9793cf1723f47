"""What is asked for under load: each row is a kind of address, with as many of it as are needed to
ask no single one over and over."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from random import Random
from urllib.parse import quote

from .known import PROFILES, Known

API = "/api/v1/directory/"
PAGE = "/fr/annuaire/"
AGENDA = "/fr/agenda/"
EVENTS = "/api/v1/events/"
AGENDA_ASKED = [
    *("", "?page=2", "?type=workshop", "?free=true", "?near=Esch&radius=15", "?q=atelier"),
    *("?view=month", "?view=map"),
]
PAGES = 10
PAGE_SIZE = 20
NEW = 30_000
SAMPLED = 25
KINDS = ("freelancer", "studio")


@dataclass(frozen=True, slots=True)
class Row:
    """`is_found`: whether an answer's body holds what is asked for. `ever_new`: so many addresses
    that none is asked twice in a run, and no number of a facet is known already."""

    name: str
    addresses: tuple[str, ...]
    is_found: Callable[[bytes], bool]
    ever_new: bool = False

    @property
    def checked(self) -> tuple[str, ...]:
        """Of addresses to be asked once only the last few, which the load does not reach."""
        return self.addresses[-5:] if self.ever_new else self.addresses

    @property
    def sampled(self) -> tuple[str, ...]:
        """A few, at least two, to look at closely; none of those checked where all must be new."""
        some = self.addresses[-30:-5] if self.ever_new else self.addresses[:SAMPLED]
        return some if len(some) > 1 else some * 2


def rows(known: Known) -> list[Row]:
    return [*api_rows(known), *page_rows(known)]


def api_rows(known: Known) -> list[Row]:
    whole = [f"{box}&zoom=11" for box in _boxes(known)]
    new = [f"{box}&facets=true" for box in _new_boxes(seed=1)]
    return [
        _row("API list", PROFILES, _numbers(known), has_items),
        _row("API filter", PROFILES, _filters(known), has_items),
        _row("API search word", PROFILES, _searches(known.words), has_items),
        _row("API search typo", PROFILES, _searches(known.typos), has_items),
        _row("API box", PROFILES, _boxes(known), has_items),
        _row("API near", PROFILES, _circles(known), has_items),
        _row("API map", f"{API}map/", whole, has_features),
        _row("API suggest", f"{API}suggest/", _searches(known.begun), has_items),
        _row("API facets", PROFILES, ["?facets=true"], has_facets),
        _row("API facets new", PROFILES, new, has_facets, ever_new=True),
        _row("API detail", PROFILES, _slugs(known), has_texts),
        _row("API events", EVENTS, ["", "?offset=20", *AGENDA_ASKED[2:6]], has_items),
    ]


def page_rows(known: Known) -> list[Row]:
    return [
        _row("HTML list", PAGE, _numbers(known), has_profiles),
        _row("HTML list new", PAGE, _new_boxes(seed=2), has_profiles, ever_new=True),
        _row("HTML filter", PAGE, _filters(known), has_profiles),
        _row("HTML search", PAGE, _searches(known.words), has_profiles),
        _row("HTML profile", PAGE, _slugs(known), has_heading),
        _row("HTML agenda", AGENDA, AGENDA_ASKED, has_events),
        _row("HTML event", "", known.events, has_heading),
        _row("HTML guide", "", known.guides, has_heading),
        _row("HTML home", "", ["/fr/", "/en/"], has_heading),
    ]


def _row(name, base, endings, is_found, *, ever_new=False) -> Row:
    return Row(name, tuple(base + ending for ending in endings), is_found, ever_new)


# Addresses ----------------------------------------------------------------------------------------


def _numbers(known: Known) -> list[str]:
    pages = min(PAGES, -(-known.count // PAGE_SIZE))
    return ["", *(f"?page={number}" for number in range(2, pages + 1))]


def _filters(known: Known) -> list[str]:
    return [f"?branch={one}&kind={two}" for one, two in product(known.branches, KINDS)]


def _searches(words: list[str]) -> list[str]:
    return [f"?q={quote(word)}" for word in words]


def _slugs(known: Known) -> list[str]:
    return [f"{slug}/" for slug in known.slugs]


def _circles(known: Known) -> list[str]:
    return [f"?near={north:.4f},{east:.4f}&radius=10" for east, north in known.points]


def _boxes(known: Known) -> list[str]:
    return [_box(east - 0.1, north - 0.07) for east, north in known.points]


def _new_boxes(seed: int) -> list[str]:
    """Of one size around the middle of where most people live."""
    random = Random(seed)
    return [_box(random.uniform(5.9, 6.1), random.uniform(49.45, 49.6)) for _ in range(NEW)]


def _box(west: float, south: float) -> str:
    return f"?bbox={west:.6f},{south:.6f},{west + 0.2:.6f},{south + 0.14:.6f}"


# Whether an answer holds something ----------------------------------------------------------------


def has_items(body: bytes) -> bool:
    return bool(json.loads(body)["items"])


def has_events(body: bytes) -> bool:
    return re.search(rb'href="/fr/agenda/[\w-]+/"', body) is not None


def has_features(body: bytes) -> bool:
    return bool(json.loads(body)["features"])


def has_facets(body: bytes) -> bool:
    answer = json.loads(body)
    return bool(answer["items"] and answer["facets"]["branch"] and answer["facets"]["kind"])


def has_texts(body: bytes) -> bool:
    return bool(json.loads(body)["texts"])


def has_profiles(body: bytes) -> bool:
    return re.search(rb'href="/fr/annuaire/[\w-]+/"', body) is not None


def has_heading(body: bytes) -> bool:
    return b"<h1" in body and b"</html>" in body
