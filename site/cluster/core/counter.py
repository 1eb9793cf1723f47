"""Counting what happens, also many times at the same moment: nobody waits for a lock."""

from django.core.cache import cache


def times(key: str, seconds: int) -> int:
    """How often it was counted under this key, now included, since the first time; forgotten so
    many seconds after that."""
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it was forgotten between the two calls
        return 1
