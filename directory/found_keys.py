"""How many listings are found, and which, where they are found in parts that share none."""

import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from .facet_index import Blocks
from .models.listing import ProfileListing
from .term_bits import SIZE

Parts = list[QuerySet[ProfileListing]]
PACKED = "SELECT string_agg(int4send(pk), ''::bytea) FROM ({keys}) AS found (pk)"
ON = ord("1")


def number_of(parts: Parts) -> int:
    """One query."""
    return _keys(parts).count()


def blocks_of(parts: Parts) -> Blocks:
    """One query, which PostgreSQL answers with all keys in one value: four bytes each."""
    flags: dict[int, bytearray] = defaultdict(lambda: bytearray(b"0") * SIZE)
    last = SIZE - 1
    for pk in _each(_keys(parts)):
        flags[pk // SIZE][last - pk % SIZE] = ON
    return {block: int(digits, 2) for block, digits in flags.items()}


def _keys(parts: Parts) -> QuerySet[ProfileListing, Any]:
    keys = (part.order_by().values_list("pk", flat=True) for part in parts)
    return reduce(lambda some, more: some.union(more, all=True), keys)


def _each(keys: QuerySet[ProfileListing, Any]) -> Iterable[int]:
    if connection.vendor != "postgresql":
        return keys
    try:
        sql, values = keys.query.sql_with_params()
    except EmptyResultSet:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(PACKED.format(keys=sql), values)
        (packed,) = cursor.fetchone()
    found = array("i", packed or b"")
    if sys.byteorder == "little":
        found.byteswap()
    return found
