"""Rows under load, round after round."""

from collections.abc import Iterable
from math import ceil

from .failure import CannotMeasureError
from .load import CONNECTIONS, load
from .options import Options
from .rows import Row
from .samples import Load
from .visitor import Visitor

MADE, KEPT, SQL, FILE = "made anew", "kept", "bare SQL", "static file"


def measure(
    server: str, row: Row, options: Options, *, kept: bool, connections: int = CONNECTIONS
) -> Load:
    """After every address was looked at, and after a second under load that is not counted."""
    try:
        smallest = Visitor(server).check(row.checked, row.is_found, kept=kept)
        rounds, begin = [], 0
        for seconds in (1, *[options.seconds] * options.rounds):
            one = load(
                server,
                row.addresses,
                seconds,
                smallest=smallest,
                connections=connections,
                begin=begin,
            )
            rounds.append(one)
            begin += ceil(one.rate * (seconds + 1))
        if row.ever_new and begin > len(row.addresses):
            raise CannotMeasureError("not enough new addresses: ask for fewer seconds")
    except CannotMeasureError as error:
        raise CannotMeasureError(f"{row.name}: {error}") from error
    return Load.of(rounds[1:])


def measure_all(
    server: str, rows: Iterable[Row], options: Options, *, kept: bool
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
