"""A version of all listings together, moved by every change; what is kept is keyed by it."""

from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import get_random_string

KEY = "directory.version"


def version() -> str:
    found = cache.get(KEY)
    if found is None:
        found = get_random_string(12)
        cache.set(KEY, found, None)
    return found


def move_version() -> None:
    """At once for the writer, and again when everybody sees what was written."""
    cache.delete(KEY)
    transaction.on_commit(lambda: cache.delete(KEY))
