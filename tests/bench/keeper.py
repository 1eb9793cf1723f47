"""A Redis for what is kept: an empty database of one that answers, else a server of our own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import redis

from .failure import CannotMeasureError
from .processes import free_port, program, running, until

ANSWERING = "redis://127.0.0.1:6379"
NUMBERS = range(15, 0, -1)
NEEDED = (
    "Redis is needed: install redis-server, or start one at 127.0.0.1:6379, or set CACHE_URL=redis"
    "://host:port/number to an empty database of one"
)


@contextmanager
def keeper() -> Iterator[redis.Redis]:
    """Empty at first and emptied afterwards."""
    if address := _empty_one():
        yield from _emptied(address)
    elif server := program("redis-server"):
        port = free_port()
        command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
        with running([*command, "--appendonly", "no"], "redis.log") as process:
            address = f"redis://127.0.0.1:{port}/0"
            until(lambda: _answers(address), process, "redis.log")
            yield from _emptied(address)
    else:
        raise CannotMeasureError(NEEDED)


def address_of(server: redis.Redis) -> str:
    known = server.connection_pool.connection_kwargs
    return f"redis://{known['host']}:{known['port']}/{known['db']}"


def _empty_one() -> str | None:
    """Never one that holds something: it is somebody's."""
    given = os.environ.get("CACHE_URL", "")
    if given.startswith("redis://"):
        if not _answers(given) or redis.Redis.from_url(given).dbsize():
            raise CannotMeasureError("CACHE_URL: no Redis answers there, or its database is in use")
        return given
    if not _answers(ANSWERING):
        return None
    every = (f"{ANSWERING}/{number}" for number in NUMBERS)
    return next((one for one in every if not redis.Redis.from_url(one).dbsize()), None)


def _emptied(address: str) -> Iterator[redis.Redis]:
    server = redis.Redis.from_url(address)
    try:
        yield server
    finally:
        server.flushdb()
        server.close()


def _answers(address: str) -> bool:
    try:
        return bool(redis.Redis.from_url(address, socket_connect_timeout=1).ping())
    except redis.RedisError:
        return False
