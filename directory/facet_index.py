"""How many listings have this and that, counted in memory from the bits of every term."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

from .freshness import LISTINGS
from .models.listing import TermBits
from .term_bits import read, unpacked

Blocks = Mapping[int, int]
"""Some of the listings, by block: see `term_bits`."""
LONGEST_HELD = 60
"""Seconds: the version does not move for what another process writes where they share no cache."""


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """`values` holds the listings of each value of each facet, as of a version of all listings."""

    version: str = ""
    stamps: dict[str, int] = field(default_factory=dict)
    values: dict[str, dict[str, Blocks]] = field(default_factory=dict)
    read_at: float = field(default_factory=monotonic)

    def having(self, facet: str, *values: str) -> Blocks:
        """Any of the values; without one, whatever has this facet at all."""
        every = self.values.get(facet, {})
        found: dict[int, int] = defaultdict(int)
        for value in values or every:
            for block, bits in every.get(value, {}).items():
                found[block] |= bits
        return found

    def counts(self, facet: str, among: Blocks) -> dict[str, int]:
        """Of the values that any of them has."""
        counted = {
            value: number_in_both(blocks, among)
            for value, blocks in self.values.get(facet, {}).items()
        }
        return {value: number for value, number in counted.items() if number}


_held = FacetIndex()


def current() -> FacetIndex:
    """Kept by this process; what other listings are in by now is read anew. No query while no
    listing changes, for a minute, else two."""
    global _held
    now = LISTINGS.read()
    if _held.version != now or monotonic() - _held.read_at > LONGEST_HELD:
        _held = _renewed(_held, now)
    return _held


def _renewed(old: FacetIndex, now: str) -> FacetIndex:
    rows = TermBits.objects.all()
    stamps = dict(rows.values_list("key", "stamp")) if old.stamps else {}
    values = {facet: dict(every) for facet, every in old.values.items()}
    other = [key for key, stamp in stamps.items() if old.stamps.get(key) != stamp]
    for key in old.stamps.keys() - stamps.keys():
        _put(values, key, 0)
    if old.stamps and len(other) < len(stamps) // 4:
        rows = rows.filter(pk__in=other)
    for key, stamp, bits in rows.values_list("key", "stamp", "bits"):
        stamps[key] = stamp
        _put(values, key, unpacked(bits))
    return FacetIndex(now, stamps, values)


def _put(values: dict[str, dict[str, Blocks]], key: str, bits: int) -> None:
    """Into new blocks: others may be counting the old ones."""
    facet, value, block = read(key)
    every = values.setdefault(facet, {})
    every[value] = {**every.get(value, {}), block: bits}


def in_both(one: Blocks, other: Blocks) -> Blocks:
    fewer, more = sorted((one, other), key=len)
    return {block: bits & more[block] for block, bits in fewer.items() if block in more}


def number_in_both(one: Blocks, other: Blocks) -> int:
    fewer, more = (one, other) if len(one) < len(other) else (other, one)
    return sum((bits & more[block]).bit_count() for block, bits in fewer.items() if block in more)


def number(some: Blocks) -> int:
    return sum(bits.bit_count() for bits in some.values())
