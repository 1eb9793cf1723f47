"""Everything a run has measured, and what is written about it."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .machine import Moment
from .measuring import KEPT, MADE
from .samples import Load
from .targets import Verdict, verdicts


@dataclass(frozen=True, slots=True)
class Figure:
    value: float
    unit: str


@dataclass(slots=True)
class Results:
    """`about`: of what. `moments`: how quiet the machine was before and after. `loads`: by row and
    column. `queries`: the most that an address of a row costs. `plans`: how its statements are
    answered."""

    profiles: int = 0
    about: dict[str, Any] = field(default_factory=dict)
    moments: list[Moment] = field(default_factory=list)
    loads: dict[str, dict[str, Load]] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    plans: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def add(self, column: str, loads: dict[str, Load]) -> None:
        for row, load in loads.items():
            self.loads.setdefault(row, {})[column] = load

    def note(self, name: str, value: float, unit: str) -> None:
        self.figures[name] = Figure(value, unit)

    def verdicts(self) -> list[Verdict]:
        rates = {
            f"{row}, {column}": load.rate.middle
            for row, columns in self.loads.items()
            for column, load in columns.items()
            if column in (MADE, KEPT)
        }
        queries = {f"{row}, queries": number for row, number in self.queries.items()}
        figures = {name: figure.value for name, figure in self.figures.items()}
        return verdicts({**rates, **queries, **figures}, self.profiles)

    def write(self, file: Path) -> None:
        answer = {
            "profiles": self.profiles,
            **self.about,
            "moments": [asdict(one) for one in self.moments],
            "loads": {
                row: {column: load.as_json() for column, load in columns.items()}
                for row, columns in self.loads.items()
            },
            "queries": self.queries,
            "plans": self.plans,
            "figures": {name: asdict(figure) for name, figure in self.figures.items()},
            "targets": [verdict.as_json() for verdict in self.verdicts()],
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(answer, indent=2, ensure_ascii=False) + "\n")
