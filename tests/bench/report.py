"""The results as text."""

from collections.abc import Iterator

from .machine import Moment
from .measuring import FILE, KEPT, MADE, SQL
from .results import Results
from .samples import Load
from .targets import Verdict

STILL_KEPT = """\
Made anew: with no finished page kept. What the making itself keeps is kept here too: homes and
sections, names of branches and skills, all skills for suggestions (60 s), numbers of facets per
query (60 s). Rows called “new” ask no address twice, so that no number is known already."""
CELLS = f"{'median':>8}{'min–max':>15}{'p50':>7}{'p95':>7}{'site':>7}{'db':>6} "
COLUMNS = (
    f"{'requests/s':<16}│{MADE:^51}│{KEPT:^51}│{SQL:>9}{FILE:>12}{'queries':>9}\n"
    f"{'':<16}│{CELLS}│{CELLS}│"
)
WIDTH = 150


def report(results: Results) -> str:
    parts = [about(results), table(results), STILL_KEPT, figures(results), targets(results)]
    return "\n\n".join(part for part in parts if part)


def about(results: Results) -> str:
    about = results.about
    versions = ", ".join(f"{name} {number}" for name, number in about["versions"].items())
    machine = about["machine"]
    return "\n".join(
        [
            f"{results.profiles:,} profiles, seed {about['seed']}; our code at {about['revision']}",
            f"PostgreSQL {about['postgresql']['server_version']}, {versions}",
            f"{machine['processors']} × {machine['processor']}, {machine['memory_gib']} GiB, "
            f"{machine['system']}, shared by server, database and load",
            f"{about['workers']} workers; {about['loader']}; {about['rounds']} rounds of "
            f"{about['seconds']} s; times in ms, medians of the rounds; “site” and “db” are the "
            "processor time that the workers and the database spend on an answer",
            f"Before: {_quiet(results.moments[0])}; after: {_quiet(results.moments[-1])}",
        ]
    )


def _quiet(moment: Moment) -> str:
    work = moment.work_ms
    return (
        f"the same work took {work.middle:.0f} ms ± {50 * work.width:.0f} %, "
        f"others used {100 * moment.others:.0f} % of the processors"
    )


def table(results: Results) -> str:
    lines = list(_rows(results))
    return "\n".join([COLUMNS, "─" * WIDTH, *lines]) if lines else ""


def _rows(results: Results) -> Iterator[str]:
    for row, columns in results.loads.items():
        alone = [columns.get(name) for name in (SQL, FILE)]
        sql, file = (f"{load.rate.middle:,.0f}" if load else "" for load in alone)
        made, kept = _cells(columns.get(MADE)), _cells(columns.get(KEPT))
        yield f"{row:<16}│{made}│{kept}│{sql:>9}{file:>12}{results.queries.get(row, ''):>9}"


def _cells(load: Load | None) -> str:
    if load is None:
        return " " * len(CELLS)
    rate = load.rate
    apart = f"{rate.lowest:,.0f}–{rate.highest:,.0f}"
    times = f"{load.p50_ms:>7.1f}{load.p95_ms:>7.1f}"
    cpu = f"{load.server_cpu_ms:>7.2f}{load.database_cpu_ms:>6.2f}"
    return f"{rate.middle:>8,.0f}{apart:>15}{times}{cpu} "


def figures(results: Results) -> str:
    return "\n".join(
        f"{name:<40}{_number(one.value):>9} {one.unit}" for name, one in results.figures.items()
    )


def targets(results: Results) -> str:
    verdicts = results.verdicts()
    missed = sum(not one.target.is_met(one.value) for one in verdicts)
    head = f"Targets: {len(verdicts) - missed} met, {missed} missed"
    return "\n".join([head, *map(_verdict, verdicts)])


def _verdict(one: Verdict) -> str:
    target = one.target
    mark = "met   " if target.is_met(one.value) else "MISSED"
    bound = "≥" if target.at_least else "≤"
    limit = f"{bound} {_number(target.limit)} {target.unit}".rstrip()
    return f"  {mark} {target.name:<32}{_number(one.value):>10} {target.unit:<4} {limit:>14}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:,.2f}"
