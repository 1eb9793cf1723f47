"""How many listings are found, and which, where they are found in parts that share none."""

import sys
from array import array
from functools import reduce
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from pyroaring import BitMap

from .models.listing import ProfileListing

Parts = list[QuerySet[ProfileListing]]
PACKED = "SELECT string_agg(int4send(pk), ''::bytea) FROM ({keys}) AS found (pk)"


def number_of(parts: Parts) -> int:
    """One query."""
    return _keys(parts).count()


def keys_of(parts: Parts) -> BitMap:
    """One query, which PostgreSQL answers with all keys in one value: four bytes each."""
    keys = _keys(parts)
    return BitMap(_packed(keys) if connection.vendor == "postgresql" else list(keys))


def _keys(parts: Parts) -> QuerySet[ProfileListing, Any]:
    keys = (part.order_by().values_list("pk", flat=True) for part in parts)
    return reduce(lambda some, more: some.union(more, all=True), keys)


def _packed(keys: QuerySet[ProfileListing, Any]) -> "array[int]":
    try:
        sql, values = keys.query.sql_with_params()
    except EmptyResultSet:
        return array("I")
    with connection.cursor() as cursor:
        cursor.execute(PACKED.format(keys=sql), values)
        (packed,) = cursor.fetchone()
    found = array("I", packed or b"")
    if sys.byteorder == "little":
        found.byteswap()
    return found
