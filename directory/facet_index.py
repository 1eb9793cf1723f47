"""How many listings have this and that, counted in memory from the bits of every term."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic

from pyroaring import BitMap

from .freshness import LISTINGS
from .models.listing import TermBits
from .term_bits import of_block, read

LONGEST_HELD = 60
"""Seconds: the version does not move for what another process writes where they share no cache."""


@dataclass(frozen=True, slots=True)
class FacetIndex:
    """`values` holds the primary keys of the listings of each value of each facet, as of a version
    of all listings. Never changed: others may be counting them."""

    version: str = ""
    stamps: dict[str, int] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, BitMap]] = field(default_factory=dict)
    read_at: float = field(default_factory=monotonic)

    def having(self, facet: str, *values: str) -> BitMap:
        """Any of the values; without one, whatever has this facet at all."""
        every = self.values.get(facet, {})
        return BitMap().union(*(every[value] for value in values or every if value in every))

    def counts(self, facet: str, among: BitMap) -> dict[str, int]:
        """Of the values that any of them has."""
        counted = {
            value: listings.intersection_cardinality(among)
            for value, listings in self.values.get(facet, {}).items()
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
    other = [key for key, stamp in stamps.items() if old.stamps.get(key) != stamp]
    blocks = {key: BitMap() for key in old.stamps.keys() - stamps.keys()}
    if old.stamps and len(other) < len(stamps) // 4:
        rows = rows.filter(pk__in=other)
    for key, stamp, bits in rows.values_list("key", "stamp", "bits"):
        stamps[key] = stamp
        blocks[key] = BitMap.deserialize(bytes(bits))
    return FacetIndex(now, stamps, _with_blocks(old.values, blocks))


def _with_blocks(
    values: Mapping[str, Mapping[str, BitMap]], blocks: Mapping[str, BitMap]
) -> dict[str, dict[str, BitMap]]:
    """With these blocks in the place of what they were."""
    new = {facet: dict(every) for facet, every in values.items()}
    parts: dict[tuple[str, str], dict[int, BitMap]] = defaultdict(dict)
    for key, listings in blocks.items():
        facet, value, block = read(key)
        parts[facet, value][block] = listings
    for (facet, value), its in parts.items():
        every = new.setdefault(facet, {})
        before = every.get(value, BitMap()) - BitMap().union(*map(of_block, its))
        every[value] = before.union(*its.values())
    return new
