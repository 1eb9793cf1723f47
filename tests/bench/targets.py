"""What is to be reached, with two workers on PostgreSQL on a machine of two cores."""

from dataclasses import asdict, dataclass
from typing import Any

NORMAL = 7_000
"""Profiles from which on a number says something."""
KEPT = 5_000.0


@dataclass(frozen=True, slots=True)
class Target:
    """`at_least` for rates, else at most; judged at sizes from `smallest` up to below `largest`."""

    name: str
    limit: float
    unit: str
    at_least: bool = False
    smallest: int = 0
    largest: int = 10**9

    def is_met(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Verdict:
    target: Target
    value: float

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self.target), "value": self.value, "met": self.target.is_met(self.value)}


def made(row: str, limit: float, smallest: int = NORMAL, largest: int = 10**9) -> Target:
    return Target(f"{row}, made anew", limit, "/s", True, smallest, largest)


TARGETS = (
    made("API list", 800),
    made("API filter", 800),
    made("API box", 700),
    made("API detail", 1_500),
    made("API search word", 500, 10_000, 100_000),
    made("API search typo", 150, 10_000, 100_000),
    made("HTML list", 250),
    made("HTML profile", 250),
    made("HTML event", 250),
    made("HTML guide", 250),
    *(
        Target(f"{row}, kept", KEPT, "/s", True)
        for row in (
            *("API list", "API filter", "API box", "API detail"),
            *("API search word", "API search typo"),
            *("HTML list", "HTML profile", "HTML event", "HTML guide"),
        )
    ),
    *(
        Target(f"one {what}, {name}", limit, "ms", smallest=smallest, largest=10 * smallest)
        for what in ("search", "filter", "place", "count of facets", "map", "suggestion")
        for smallest, p50, p95 in ((10_000, 30, 80), (100_000, 60, 150), (1_000_000, 150, 600))
        for name, limit in (("p50", p50), ("p95", p95))
    ),
    *(
        Target(f"one {what} on SQLite, {name}", limit, "ms", smallest=10_000, largest=100_000)
        for what in ("search", "filter", "place", "count of facets", "map", "suggestion")
        for name, limit in (("p50", 60), ("p95", 150))
    ),
    Target("one page of the agenda, p50", 30, "ms"),
    Target("one answer about events, p50", 30, "ms"),
    Target("HTML agenda, queries", 6, ""),
    Target("one search, p50", 25, "ms", smallest=100_000, largest=1_000_000),
    Target("relevance, answered among the first 3", 100, "%", True),
    Target("relevance, mean reciprocal rank", 0.99, "", True),
    Target("publish until visible", 1, "s"),
    Target("cold start", 2, "s"),
    Target("memory of two workers", 300, "MiB"),
    Target("API list, queries", 4, ""),
    Target("HTML list new, queries", 4, ""),
    Target("API detail, queries", 6, ""),
    Target("HTML profile, queries", 6, ""),
    *(
        target
        for page in ("home", "directory", "profile", "event", "guide")
        for target in (
            Target(f"Lighthouse {page}, performance", 95, "", True),
            Target(f"Lighthouse {page}, accessibility", 100, "", True),
            Target(f"Lighthouse {page}, best practices", 100, "", True),
            Target(f"Lighthouse {page}, SEO", 100, "", True),
            Target(f"Lighthouse {page}, layout shift", 0.02, ""),
        )
    ),
    Target("first view of the directory", 120, "kB"),
    Target("first view of the directory, requests", 12, ""),
    Target("our own JavaScript on one page", 30, "kB"),
)


def verdicts(values: dict[str, float], profiles: int) -> list[Verdict]:
    """Of all targets for this size whose value was measured."""
    return [
        Verdict(target, values[target.name])
        for target in TARGETS
        if target.name in values and target.smallest <= profiles < target.largest
    ]
