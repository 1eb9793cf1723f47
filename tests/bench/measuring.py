"""Rows under load, round after round."""

from collections.abc import Iterable
from functools import partial
from math import ceil

from .cpu_time import spent
from .failure import CannotMeasureError
from .load import CONNECTIONS, load
from .options import Options
from .rows import Row
from .samples import Load, Sample
from .server import Server
from .visitor import Visitor

MADE, KEPT, SQL, FILE = "made anew", "kept", "bare SQL", "static file"


def measure(
    server: Server, row: Row, options: Options, *, kept: bool, connections: int = CONNECTIONS
) -> Load:
    """After every address was looked at, and after a second under load that is not counted."""
    try:
        smallest = Visitor(server.url).check(row.checked, row.is_found, kept=kept)
        if row.ever_new:
            # The few that were checked need not be the shortest; a redirect is far below half.
            smallest //= 2
        asking = partial(
            load, server.url, row.addresses, smallest=smallest, connections=connections
        )
        begin = _after(asking(1, begin=0), 1)
        watched, rounds = server.watched, []
        server_before, database_before = watched.server_times(), watched.database_times()
        for _ in range(options.rounds):
            rounds.append(asking(options.seconds, begin=begin))
            begin += _after(rounds[-1], options.seconds)
        if row.ever_new and begin > len(row.addresses):
            raise CannotMeasureError("not enough new addresses: ask for fewer seconds")
    except CannotMeasureError as error:
        raise CannotMeasureError(f"{row.name}: {error}") from error
    return Load.of(
        rounds,
        server=spent(server_before, watched.server_times()),
        database=spent(database_before, watched.database_times()),
    )


def _after(one: Sample, seconds: int) -> int:
    """More addresses than were asked for."""
    return ceil(one.rate * (seconds + 1))


def measure_all(
    server: Server, rows: Iterable[Row], options: Options, *, kept: bool
) -> dict[str, Load]:
    column, loads = KEPT if kept else MADE, {}
    for row in rows:
        if options.wants(row.name) and not (kept and row.ever_new):
            loads[row.name] = measure(server, row, options, kept=kept)
            said(row.name, column, loads[row.name])
    return loads


def said(row: str, column: str, load: Load) -> None:
    rate = load.rate
    print(
        f"  {row:<16} {column:<12} {rate.middle:>8,.0f} /s  ±{100 * rate.width / 2:>3.0f} %",
        flush=True,
    )
