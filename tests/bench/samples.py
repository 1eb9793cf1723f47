"""What was measured in several short rounds: the median, and how far the rounds lie apart."""

from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Sample:
    """One round under load."""

    answers: int
    rate: float
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True)
class Spread:
    middle: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, numbers: list[float]) -> "Spread":
        return cls(median(numbers), min(numbers), max(numbers))

    @property
    def width(self) -> float:
        """How far the outermost lie apart, as a part of the middle."""
        return (self.highest - self.lowest) / self.middle if self.middle else 0.0


@dataclass(frozen=True, slots=True)
class Load:
    """The rounds of one row together. `…_cpu_ms`: processor time that one answer costs."""

    rate: Spread
    p50_ms: float
    p95_ms: float
    server_cpu_ms: float | None = None
    database_cpu_ms: float | None = None

    @classmethod
    def of(cls, rounds: list[Sample], **cpu_seconds: float) -> "Load":
        """`cpu_seconds`: `server` and `database`, of all rounds together."""
        answers = sum(one.answers for one in rounds)
        each = {f"{who}_cpu_ms": 1e3 * used / answers for who, used in cpu_seconds.items()}
        return cls(
            Spread.of([one.rate for one in rounds]),
            median(one.p50_ms for one in rounds),
            median(one.p95_ms for one in rounds),
            **each,
        )

    def as_json(self) -> dict[str, Any]:
        return asdict(self)
