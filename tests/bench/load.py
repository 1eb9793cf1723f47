"""Asks a server for addresses as fast as it answers, over a number of connections."""

import json
import tempfile
from pathlib import Path

from . import plain
from .environment import ENDS_TLS
from .failure import CannotMeasureError
from .processes import finished, program
from .samples import Sample

CONNECTIONS = 8
SCRIPT = Path(__file__).with_name("addresses.lua")
TIMEOUT = "20s"


def load(
    server: str,
    addresses: tuple[str, ...],
    seconds: int,
    *,
    smallest: int,
    connections: int = CONNECTIONS,
    begin: int = 0,
) -> Sample:
    """One round. Fails on the first answer that is none: an error, a redirect, a broken socket.

    `smallest` is the shortest answer's length as it was checked before: wrk counts redirects as
    answers, but they are short. `begin` skips so many addresses.
    """
    if wrk := program("wrk"):
        answer = with_wrk(wrk, server, addresses, seconds, connections, begin)
    else:
        answer = plain.load(server, addresses, seconds, connections, begin)
    return sample(answer, smallest)


def loader() -> str:
    if program("wrk"):
        return f"wrk, {CONNECTIONS} connections"
    return f"plain Python, {CONNECTIONS} connections (with wrk installed the numbers are higher)"


def with_wrk(
    wrk: str, server: str, addresses: tuple[str, ...], seconds: int, connections: int, begin: int
) -> dict[str, float]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(addresses))
        file.flush()
        options = [f"-c{connections}", "-t1", f"-d{seconds}s", "--timeout", TIMEOUT]
        headers = [word for item in ENDS_TLS.items() for word in ("-H", ": ".join(item))]
        rest = ["-s", str(SCRIPT), server, "--", file.name, str(begin)]
        return parsed(finished([wrk, *options, *headers, *rest], {}))


def parsed(output: str) -> dict[str, float]:
    """Our script's line among those wrk prints."""
    lines = [line for line in output.splitlines() if line.startswith("{")]
    if not lines:
        raise CannotMeasureError(f"wrk: {output.strip() or 'no output'}")
    return json.loads(lines[-1])


def sample(answer: dict[str, float], smallest: int) -> Sample:
    if answer["failed"] or not answer["requests"]:
        raise CannotMeasureError(f"{answer['failed']} of {answer['requests']} requests failed")
    if answer["bytes"] / answer["requests"] < smallest:
        raise CannotMeasureError("answers under load are shorter than the checked ones")
    rate = answer["requests"] / answer["seconds"]
    return Sample(int(answer["requests"]), rate, answer["p50_ms"], answer["p95_ms"])
