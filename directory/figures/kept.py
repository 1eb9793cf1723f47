"""The figures of now, counted once and kept."""

import datetime as dt
from dataclasses import dataclass

from django.core.cache import cache
from django.utils import timezone

from cluster.delivery.versions import marks

from .counting import Counts, sources

KEPT_SECONDS = 3600
KEY = "directory.figures.2"
"""Counted up with the fields of what is kept, which outlives a release."""


@dataclass(frozen=True, slots=True)
class Figures:
    at: dt.datetime
    tables: Counts

    @property
    def profiles(self) -> int:
        """All of them: everybody is of exactly one kind."""
        return sum(row.number or 0 for row in self.tables["kind"])


def figures() -> Figures:
    """Kept for an hour, or until something is published or withdrawn."""
    key = f"{KEY}.{marks().content}"
    found = cache.get(key)
    if found is None:
        found = count(timezone.now())
        cache.set(key, found, KEPT_SECONDS)
    return found


def count(now: dt.datetime) -> Figures:
    today = timezone.localdate(now)
    return Figures(now, {slug: rows for one in sources for slug, rows in one(today).items()})
