"""Redis as the site's cache, without which the site is slower and nothing else."""

import logging
from time import monotonic
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
RETRY_SECONDS = 2
SOCKET_SECONDS = 1
INVALIDATING = {"clear", "delete", "delete_many", "set_many"}


class ForgivingCache(RedisCache):
    def __init__(self, server: str | list[str], params: dict[str, Any]):
        options = {"socket_timeout": SOCKET_SECONDS, "socket_connect_timeout": SOCKET_SECONDS}
        super().__init__(server, {**params, "OPTIONS": {**options, **params.get("OPTIONS", {})}})
        self._class = ForgivingClient


class LastingClient(RedisCacheClient):
    """Django makes a client for every question, which takes longer than asking it."""

    def __init__(self, servers: list[str], **options: Any):
        super().__init__(servers, **options)
        self._lasting: dict[bool, Any] = {}

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        if write not in self._lasting:
            self._lasting[write] = super().get_client(key, write=write)
        return self._lasting[write]


class ForgivingClient:
    """Answers like an empty cache while Redis is away, and asks again every two seconds.

    What was to be forgotten meanwhile would be remembered when it is back, a page taken off the
    site among it: then everything is forgotten. A process that has ended by then cannot say so.
    Nobody is counted in an empty cache: limits of how often something may be done do not hold.
    """

    away_until = 0.0
    is_behind = False

    def __init__(self, servers: list[str], **options: Any):
        self._client = LastingClient(servers, **options)

    def add(self, *args: Any) -> bool:
        return self._ask("add", args, otherwise=True)

    def get(self, key: str, default: Any) -> Any:
        return self._ask("get", (key, default), otherwise=default)

    def get_many(self, keys: Any) -> dict[str, Any]:
        return self._ask("get_many", (keys,), otherwise={})

    def incr(self, *args: Any) -> int:
        found = self._ask("incr", args, otherwise=None)
        if found is None:
            raise ValueError("The cache is away.")  # what Django's caches raise for a missing key
        return found

    def __getattr__(self, name: str) -> Any:
        """Everything else, of which an empty cache says that it was not there."""
        return lambda *args: self._ask(name, args, otherwise=False)

    def _ask(self, name: str, args: tuple[Any, ...], *, otherwise: Any) -> Any:
        shared = type(self)
        if monotonic() >= shared.away_until:
            try:
                if shared.is_behind:
                    self._client.clear()
                    shared.is_behind = False
                return getattr(self._client, name)(*args)
            except RedisError as error:
                shared.away_until = monotonic() + RETRY_SECONDS
                logger.warning("The cache is away: %s", error)
        shared.is_behind = shared.is_behind or name in INVALIDATING
        return otherwise
