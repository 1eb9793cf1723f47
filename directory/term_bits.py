"""Which listings have a term, as bits: what facets are counted from, however many listings there
are. Only ever written together with the terms, in the same transaction.

A block holds the primary keys of SIZE listings in the row, as a Roaring bitmap: small enough for
writers to seldom wait for each other, and large enough for few of them to be read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from secrets import randbits

from django.db import connection, transaction
from django.db.models.functions import Collate
from pyroaring import BitMap

from .models.listing import ListingTerm, TermBits

SIZE = 1 << 14
NONE = BitMap()
BATCH = 400
PLAIN = {"postgresql": "C", "sqlite": "BINARY"}
"""The order of plain characters, which Python sorts by too; a language's order is another."""
Term = tuple[str, str]
Terms = Mapping[int, Iterable[Term]]
"""By listing."""


def change(before: Terms, after: Terms) -> None:
    """What the listings had, and what they have."""
    off, on = _blocks(before), _blocks(after)
    with transaction.atomic():
        # In one order, so that two writers wait for each other instead of locking up.
        keys = sorted(off.keys() | on.keys())
        for start in range(0, len(keys), BATCH):
            _write(keys[start : start + BATCH], off, on)


def set_again() -> None:
    """All from the start. The old ones go first: whoever changes one meanwhile has either written
    the terms that are read next, or waits."""
    terms = ListingTerm.objects.values_list("listing", "facet", "value")
    blocks: dict[str, BitMap] = defaultdict(BitMap)
    with transaction.atomic():
        TermBits.objects.all().delete()
        for pk, facet, value in terms.iterator(chunk_size=10_000):
            blocks[key_of(facet, value, pk // SIZE)].add(pk)
        TermBits.objects.bulk_create(_rows(blocks), batch_size=BATCH)


def key_of(facet: str, value: str, block: int) -> str:
    return f"{facet}:{value}:{block}"


def read(key: str) -> tuple[str, str, int]:
    """Facet, value and block; a value may have a colon itself."""
    facet, rest = key.split(":", 1)
    value, block = rest.rsplit(":", 1)
    return facet, value, int(block)


def of_block(block: int) -> BitMap:
    """The primary keys that belong to it."""
    return BitMap(range(block * SIZE, (block + 1) * SIZE))


def _blocks(terms: Terms) -> dict[str, BitMap]:
    blocks: dict[str, BitMap] = defaultdict(BitMap)
    for pk, its in terms.items():
        for facet, value in its:
            blocks[key_of(facet, value, pk // SIZE)].add(pk)
    return blocks


def _write(keys: list[str], off: Mapping[str, BitMap], on: Mapping[str, BitMap]) -> None:
    """Locks only what changes: most listings that are written again keep all of their terms."""

    def changed(held: Iterable[TermBits]) -> dict[str, BitMap]:
        old = {one.key: BitMap.deserialize(bytes(one.bits)) for one in held}
        new = {key: old.get(key, NONE) - off.get(key, NONE) | on.get(key, NONE) for key in keys}
        return {key: new[key] for key in keys if new[key] != old.get(key, NONE)}

    if touched := changed(TermBits.objects.filter(pk__in=keys)):
        TermBits.objects.bulk_create(_rows(dict.fromkeys(touched, NONE)), ignore_conflicts=True)
        held = TermBits.objects.select_for_update().filter(pk__in=touched)
        now = changed(held.order_by(Collate("key", PLAIN[connection.vendor])))
        TermBits.objects.bulk_create(
            _rows({key: now[key] for key in touched if key in now}),
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["bits", "stamp"],
        )


def _rows(blocks: Mapping[str, BitMap]) -> Iterator[TermBits]:
    for key, listings in blocks.items():
        yield TermBits(key=key, bits=listings.serialize(), stamp=randbits(62))
