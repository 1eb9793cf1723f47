"""Which listings have a term, as bits: what facets are counted from, however many listings there
are. Only ever written together with the terms, in the same transaction.

Bit n of block b stands for the listing with the primary key b * SIZE + n. Blocks are small enough
for a term that few have to cost little, and large enough for few of them to be read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from secrets import randbits

from django.db import connection, transaction
from django.db.models.functions import Collate

from .models.listing import ListingTerm, TermBits

SIZE = 1 << 14
BATCH = 400
PLAIN = {"postgresql": "C", "sqlite": "BINARY"}
"""The order of plain characters, which Python sorts by too; a language's order is another."""
Term = tuple[str, str]
Terms = Mapping[int, Iterable[Term]]
"""By listing."""


def change(before: Terms, after: Terms) -> None:
    """What the listings had, and what they have."""
    off, on = _masks(before), _masks(after)
    with transaction.atomic():
        # In one order, so that two writers wait for each other instead of locking up.
        keys = sorted(off.keys() | on.keys())
        for start in range(0, len(keys), BATCH):
            _write(keys[start : start + BATCH], off, on)


def set_again() -> None:
    """All from the start. The old ones go first: whoever changes one meanwhile has either written
    the terms that are read next, or waits."""
    terms = ListingTerm.objects.values_list("listing", "facet", "value")
    masks: dict[str, int] = defaultdict(int)
    with transaction.atomic():
        TermBits.objects.all().delete()
        for pk, facet, value in terms.iterator(chunk_size=10_000):
            block, bit = divmod(pk, SIZE)
            masks[key_of(facet, value, block)] |= 1 << bit
        TermBits.objects.bulk_create(_rows(masks), batch_size=BATCH)


def key_of(facet: str, value: str, block: int) -> str:
    return f"{facet}:{value}:{block}"


def read(key: str) -> tuple[str, str, int]:
    """Facet, value and block; a value may have a colon itself."""
    facet, rest = key.split(":", 1)
    value, block = rest.rsplit(":", 1)
    return facet, value, int(block)


def unpacked(bits: bytes | memoryview) -> int:
    return int.from_bytes(bits, "little")


def _masks(terms: Terms) -> dict[str, int]:
    masks: dict[str, int] = defaultdict(int)
    for pk, its in terms.items():
        block, bit = divmod(pk, SIZE)
        for facet, value in its:
            masks[key_of(facet, value, block)] |= 1 << bit
    return masks


def _write(keys: list[str], off: Mapping[str, int], on: Mapping[str, int]) -> None:
    """Locks only what changes: most listings that are written again keep all of their terms."""

    def changed(held: Iterable[TermBits]) -> dict[str, int]:
        old = dict.fromkeys(keys, 0) | {one.key: unpacked(one.bits) for one in held}
        new = {key: old[key] & ~off.get(key, 0) | on.get(key, 0) for key in keys}
        return {key: new[key] for key in keys if new[key] != old[key]}

    if touched := changed(TermBits.objects.filter(pk__in=keys)):
        TermBits.objects.bulk_create(_rows(dict.fromkeys(touched, 0)), ignore_conflicts=True)
        held = TermBits.objects.select_for_update().filter(pk__in=touched)
        now = changed(held.order_by(Collate("key", PLAIN[connection.vendor])))
        TermBits.objects.bulk_create(
            _rows({key: now[key] for key in touched if key in now}),
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["bits", "stamp"],
        )


def _rows(masks: Mapping[str, int]) -> Iterator[TermBits]:
    for key, bits in masks.items():
        packed = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
        yield TermBits(key=key, bits=packed, stamp=randbits(62))
