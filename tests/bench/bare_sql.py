"""The same statements through psycopg alone: what the database and its driver allow at most.

Nothing is prepared, as Django prepares nothing: what is left between both is our own work.
"""

import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import count
from statistics import quantiles

import psycopg
from psycopg.types.json import set_json_loads

from .load import CONNECTIONS
from .samples import Sample
from .server import WORKERS


def rounds(url: str, requests: list[list[str]], number: int, seconds: int) -> list[Sample]:
    """From as many processes as the site has workers, over as many connections as the load."""
    with ProcessPoolExecutor(WORKERS) as processes:
        return [_round(processes, url, requests, seconds) for _ in range(number)]


def _round(processes, url: str, requests: list[list[str]], seconds: int) -> Sample:
    workers = [processes.submit(_worker, url, requests, seconds) for _ in range(WORKERS)]
    times = [taken for worker in workers for taken in worker.result()]
    cuts = quantiles(times, n=100)
    return Sample(len(times), len(times) / seconds, 1e3 * cuts[49], 1e3 * cuts[94])


def _worker(url: str, requests: list[list[str]], seconds: int) -> list[float]:
    set_json_loads(bytes)
    connections = CONNECTIONS // WORKERS
    with ThreadPoolExecutor(connections) as threads:
        asked = [threads.submit(_ask, url, requests, seconds, at) for at in range(connections)]
        return [taken for one in asked for taken in one.result()]


def _ask(url: str, requests: list[list[str]], seconds: int, begin: int) -> list[float]:
    times = []
    with psycopg.connect(url, autocommit=True, prepare_threshold=None) as connection:
        end = time.perf_counter() + seconds
        for at in count(begin):
            begun = time.perf_counter()
            if begun > end:
                return times
            for statement in requests[at % len(requests)]:
                connection.execute(statement).fetchall()
            times.append(time.perf_counter() - begun)
    return times
