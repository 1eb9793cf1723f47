"""Load without wrk: threads that ask one address after the other."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from urllib.parse import urlsplit

from .environment import ENDS_TLS


def load(
    server: str, addresses: tuple[str, ...], seconds: int, connections: int, begin: int
) -> dict[str, float]:
    started = time.perf_counter()
    with ThreadPoolExecutor(connections) as threads:
        asked = [
            threads.submit(_ask, server, addresses, begin + number, connections, started + seconds)
            for number in range(connections)
        ]
        answers = [answer for one in asked for answer in one.result()]
    times = [1e3 * taken for taken, _size, _good in answers]
    cuts = quantiles(times, n=100) if len(times) > 1 else times * 99
    return {
        "requests": len(answers),
        "seconds": time.perf_counter() - started,
        "bytes": sum(size for _taken, size, _good in answers),
        "p50_ms": cuts[49],
        "p95_ms": cuts[94],
        "failed": sum(not good for _taken, _size, good in answers),
    }


def _ask(server: str, addresses: tuple[str, ...], at: int, step: int, end: float):
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=20)
    answers = []
    while (begun := time.perf_counter()) < end:
        connection.request("GET", addresses[at % len(addresses)], headers=ENDS_TLS)
        response = connection.getresponse()
        size = len(response.read())
        answers.append((time.perf_counter() - begun, size, response.status == 200))
        at += step
    connection.close()
    return answers
