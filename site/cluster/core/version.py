"""A name for how something stands, moved by every change of it; what is kept is keyed by it."""

from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import get_random_string


class Version:
    """`seconds`: after so many it moves by itself, for what another process writes where they
    share no cache."""

    def __init__(self, key: str, seconds: float | None = None):
        self.key, self.seconds = key, seconds

    def read(self) -> str:
        found = cache.get(self.key)
        if found is None:
            found = get_random_string(12)
            cache.set(self.key, found, self.seconds)
        return found

    def move(self) -> None:
        """At once for the writer, and again when everybody sees what was written."""
        cache.delete(self.key)
        transaction.on_commit(lambda: cache.delete(self.key))
