"""What the sector's figures are drawn with."""

from typing import Any

from directory.figures.charts import months, widths
from directory.figures.counting import Row
from directory.figures.showing import Chart, ShownRow
from directory.figures.tables import BRANCH, CONTACT, KIND, MONTH, Drawing, Table

from .samples import HERE, LONG, branches
from .showing import Part, Shown, State

NAMES = ("May 2025", "June 2025", "July 2025", "August 2025", "September 2025", "October 2025")


def part() -> Part:
    return Part(
        "charts",
        "Charts",
        [
            Shown("components/chart.html", charts()),
            Shown("components/bar_chart.html", bars()),
            Shown("components/month_chart.html", over_time()),
            Shown("components/number_table.html", tables()),
        ],
    )


def drawn(table: Table, rows: list[Row], names: list[str]) -> dict[str, Any]:
    numbers, others = [row.number for row in rows], [row.other for row in rows]
    over = table.drawing is Drawing.MONTHS
    colours = range(1, 13) if table is BRANCH else [0] * len(rows)
    shown = [
        ShownRow(row, name, width, colour, HERE if row.number and table is BRANCH else "")
        for row, name, width, colour in zip(rows, names, widths(numbers), colours, strict=False)
    ]
    return {"chart": Chart(table, shown, months(numbers, others) if over else None)}


def by_branch() -> dict[str, Any]:
    names = [str(branch) for branch in branches()]
    rows = [Row(name, number) for name, number in zip(names, range(1320, 0, -110), strict=True)]
    return drawn(BRANCH, rows, names)


def growth() -> dict[str, Any]:
    rows = [Row(name, 9, 40 + 9 * place) for place, name in enumerate(NAMES)]
    return drawn(MONTH, rows, list(NAMES))


def messages(*numbers: int | None) -> dict[str, Any]:
    parts = (8, 7, None, None, 5)
    rows = [Row(name, one, parts=parts) for name, one in zip(NAMES, numbers, strict=True)]
    return drawn(CONTACT, rows, list(NAMES))


def long_words() -> dict[str, Any]:
    return drawn(KIND, [Row("a", 123_456), Row("b", 0)], [LONG, LONG])


def charts() -> list[State]:
    return [
        State("bars", by_branch()),
        State("months", growth(), opened=True),
        State("small numbers", messages(None, 7, 12, None, 9, 5), opened=True),
        State("small numbers only", messages(*[None] * 6)),
        State("nothing to count", drawn(KIND, [], [])),
        State("long words", long_words(), opened=True),
    ]


def bars() -> list[State]:
    return [State("branches", by_branch()), State("long words", long_words())]


def over_time() -> list[State]:
    return [State("two numbers", growth()), State("one", messages(None, 7, 12, None, 9, 5))]


def tables() -> list[State]:
    return [State("one number", by_branch()), State("two numbers", growth())]
