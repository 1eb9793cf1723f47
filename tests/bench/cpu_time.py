"""Processor time of the site and of its database: unlike requests a second, hardly more or less
where others use the machine too."""

import os
from dataclasses import dataclass
from pathlib import Path

import psycopg

TICKS = os.sysconf("SC_CLK_TCK")
BACKENDS = (
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)
Times = dict[int, float]


@dataclass(frozen=True, slots=True)
class Watched:
    server: int
    database: str

    def server_times(self) -> Times:
        """Seconds by process, of the workers."""
        return times(children(self.server))

    def database_times(self) -> Times:
        """Of the connections' own processes, not of others that help them; of none where the
        database is on another machine, or within the workers."""
        if not self.database.startswith("postgres"):
            return {}
        with psycopg.connect(self.database, autocommit=True) as connection:
            return times([pid for (pid,) in connection.execute(BACKENDS)])


def spent(before: Times, after: Times) -> float:
    """By the processes there are at the end; what began meanwhile began at nothing."""
    return sum(seconds - before.get(pid, 0.0) for pid, seconds in after.items())


def times(pids: list[int]) -> Times:
    return {pid: sum(map(int, fields[11:13])) / TICKS for pid in pids if (fields := _stat(pid))}


def children(parent: int) -> list[int]:
    every = [int(entry) for entry in os.listdir("/proc") if entry.isdigit()]
    return [pid for pid in every if (fields := _stat(pid)) and int(fields[1]) == parent]


def _stat(pid: int) -> list[str]:
    """What `man proc_pid_stat` counts from 3 on; the name before may hold spaces and brackets."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
