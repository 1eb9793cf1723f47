"""`make bench`: measures the site as in production, prints a table, writes var/bench.json."""

import signal
import sys
from datetime import UTC, datetime

from .course import Course
from .database import filled
from .failure import CannotMeasureError
from .keeper import address_of, keeper
from .load import loader
from .machine import machine, moment, revision, versions
from .options import Options, read_options
from .processes import ROOT
from .report import report
from .results import Results
from .server import WORKERS, collect_static

FILE = ROOT / "var" / "bench.json"


def main() -> None:
    options = read_options()
    # Like Ctrl-C: whatever was started is stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        results = run(options)
    except CannotMeasureError as error:
        sys.exit(f"make bench: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    results.write(FILE)
    print(f"\n{report(results)}\n\nWritten to {FILE.relative_to(ROOT)}")


def run(options: Options) -> Results:
    results = Results()
    with keeper() as kept:
        database = filled(options.profiles, options.seed, reuse=options.reuse)
        collect_static(database.url, address_of(kept))
        results.moments.append(moment())
        print(f"Measuring, {options.rounds} rounds of {options.seconds} s a row …", flush=True)
        Course(options, database, kept, results, rows=[]).run()
        results.moments.append(moment())
    results.about = {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "revision": revision(),
        "seed": options.seed,
        "only": list(options.only),
        "rounds": options.rounds,
        "seconds": options.seconds,
        "loader": loader(),
        "workers": WORKERS,
        "machine": machine(),
        "versions": versions(),
        "postgresql": database.server,
        "filling_seconds": database.about["seconds"],
    }
    return results


if __name__ == "__main__":
    main()
