"""On what was measured: versions, the machine, and how steadily it works at the moment."""

import os
import platform
import subprocess
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from .processes import ROOT, program
from .samples import Spread

PACKAGES = ("django", "wagtail", "django-ninja", "psycopg", "granian", "redis")
TURNS = 1_500_000
ROUNDS = 7
WATCHED = 2


def versions() -> dict[str, str]:
    found = {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    if nginx := program("nginx"):
        said = subprocess.run([nginx, "-v"], capture_output=True, text=True, check=False)
        found["nginx"] = said.stderr.strip().rpartition("/")[2]
    return found


def revision() -> str:
    """Of our own code; with a plus where files were changed since."""
    git = program("git")
    if not git:
        return "unknown"
    asked = [git, "describe", "--always", "--dirty=+"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return said.stdout.strip() or "unknown"


def machine() -> dict[str, str | int]:
    names = [line for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = next(line for line in _lines("/proc/meminfo") if line.startswith("MemTotal"))
    return {
        "processors": os.cpu_count() or 1,
        "processor": names[0].partition(":")[2].strip() if names else platform.machine(),
        "memory_gib": round(int(memory.split()[1]) / 2**20),
        "system": f"{platform.system()} {platform.release()}",
    }


@dataclass(frozen=True, slots=True)
class Moment:
    """How quiet the machine is; `work_ms` spreads wide where others work on it too."""

    work_ms: Spread
    others: float


def moment() -> Moment:
    return Moment(steadiness(), use_by_others())


def steadiness() -> Spread:
    """Milliseconds that the same small piece of work takes, several times."""
    return Spread.of([_work() for _ in range(ROUNDS)])


def use_by_others() -> float:
    """The part of all processors that is at work while we are not: much of it spoils a run."""
    busy, passed = _ticks()
    time.sleep(WATCHED)
    busy_after, passed_after = _ticks()
    return (busy_after - busy) / (passed_after - passed)


def _ticks() -> tuple[int, int]:
    """Of the processors since the machine was started: at work, or taken by its host; and all."""
    ticks = [int(number) for number in _lines("/proc/stat")[0].split()[1:9]]
    idle = ticks[3] + ticks[4]
    return sum(ticks) - idle, sum(ticks)


def _work() -> float:
    begun = time.perf_counter()
    number = 0
    for turn in range(TURNS):
        number ^= turn
    return 1e3 * (time.perf_counter() - begun)


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines()
