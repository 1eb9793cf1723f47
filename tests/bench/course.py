"""The run: each part measures one thing and adds it to the results."""

import json
from dataclasses import dataclass
from statistics import median

import redis

from . import bare_sql, lighthouse, static_files
from .database import Filled, filled_sqlite
from .environment import PYTHON, serving_environment
from .keeper import address_of
from .known import Known, get_to_know
from .load import load
from .measuring import FILE, KEPT, MADE, SQL, measure, measure_all, said
from .options import Options
from .plans import plans
from .processes import finished
from .results import Results
from .rows import Row, rows
from .samples import Load, Spread
from .server import Server, serving
from .visibility import Site, seconds_until_visible
from .visitor import Visitor

SQL_ROWS = (
    *("API list", "API filter", "API search word", "API search typo", "API box", "API detail"),
    *("HTML list", "HTML profile"),
)
FILE_ROWS = ("API list", "API detail", "HTML list", "HTML profile")
ALONE = {
    "one search": "API search word",
    "one filter": "API filter",
    "one place": "API near",
    "one count of facets": "API facets new",
    "one map": "API map",
    "one suggestion": "API suggest",
    "one page of the agenda": "HTML agenda",
    "one answer about events": "API events",
}
"""What a single visitor waits for, on a machine that does nothing else."""
ON_SQLITE, MOST_ON_SQLITE = " on SQLite", 10_000


@dataclass(slots=True)
class Course:
    options: Options
    database: Filled
    keeper: redis.Redis
    results: Results
    rows: list[Row]
    known: Known | None = None

    def run(self) -> None:
        if self.options.wants("cold start"):
            self.start()
        self.made_anew()
        self.kept()
        if self.options.wants("lighthouse"):
            self.look()
        self.statements()
        if self.options.wants("relevance"):
            self.relevance()
        self.on_sqlite()
        rate = self.options.profiles / self.database.about["seconds"]["generate_profiles"]
        self.results.note("profiles generated, when it was filled", rate, "/s")

    def start(self) -> None:
        """With nothing kept; the system has programs and data in memory, and the first start, which
        may have to compile modules, does not count."""
        taken = []
        for _ in range(self.options.rounds + 1):
            self.keeper.flushdb()
            with self.serving("served") as server:
                taken.append(server)
        self.results.note("cold start", median(one.first_page for one in taken[1:]), "s")
        self.results.note("cold start to /healthz", median(one.up for one in taken[1:]), "s")

    def made_anew(self) -> None:
        with self.serving("unkept") as server:
            visitor = Visitor(server.url)
            self.known = get_to_know(visitor)
            self.rows, self.results.profiles = rows(self.known), self.known.count
            loads = measure_all(server, self.rows, self.options, kept=False)
            self.results.add(MADE, loads)
            self.alone(server, self.rows)
            self.memory(server)
            if self.options.wants(FILE):
                self.files(visitor)

    def alone(self, server: Server, rows: list[Row], where: str = "") -> None:
        by_name = {row.name: row for row in rows}
        for name, row in ALONE.items():
            if self.options.wants(name + where):
                self.keeper.flushdb()
                taken = measure(server, by_name[row], self.options, kept=False, connections=1)
                self.results.note(f"{name}{where}, p50", taken.p50_ms, "ms")
                self.results.note(f"{name}{where}, p95", taken.p95_ms, "ms")

    def on_sqlite(self) -> None:
        """Where a site is small enough for it."""
        if self.options.wants(ON_SQLITE) and self.options.profiles <= MOST_ON_SQLITE:
            options = self.options
            url = filled_sqlite(options.profiles, options.seed, reuse=options.reuse)
            self.keeper.flushdb()
            with serving("unkept", url, address_of(self.keeper)) as server:
                self.alone(server, rows(get_to_know(Visitor(server.url))), ON_SQLITE)

    def kept(self) -> None:
        with self.serving("served") as server:
            loads = measure_all(server, self.rows, self.options, kept=True)
            self.results.add(KEPT, loads)
            self.memory(server)
            if self.options.wants("publish"):
                self.publish(server)

    def publish(self, server: Server) -> None:
        site = Site(Visitor(server.url), self.database.url, address_of(self.keeper))
        taken = Spread.of(seconds_until_visible(site, self.known.slugs[0], self.options.rounds))
        self.results.note("publish until visible", taken.middle, "s")
        self.results.note("publish until visible, slowest", taken.highest, "s")

    def look(self) -> None:
        if reason := lighthouse.lacking():
            print(f"  {reason}: no Lighthouse")
            return
        with self.serving("seen") as server:
            rounds = self.options.rounds
            for name, value, unit in lighthouse.figures(server.url, self.known, rounds):
                self.results.note(name, value, unit)

    def memory(self, server: Server) -> None:
        """After load, the larger of both servers'."""
        if self.options.wants("memory"):
            for name, mib in server.memory().items():
                before = self.results.figures.get(name)
                self.results.note(name, max(mib, before.value if before else 0), "MiB")

    def files(self, visitor: Visitor) -> None:
        if static_files.nginx() is None:
            print("  nginx is not installed: no static files beside our answers")
            return
        chosen = {row.name: row.addresses[0] for row in self.rows if row.name in FILE_ROWS}
        bodies = {name: visitor.get(address).content for name, address in chosen.items()}
        with static_files.files_served(bodies) as (server, names):
            for row, body in bodies.items():
                address, smallest = (names[row],), len(body)
                rounds = [
                    load(server, address, self.options.seconds, smallest=smallest)
                    for _ in range(self.options.rounds)
                ]
                self.add(row, FILE, Load.of(rounds))

    def statements(self) -> None:
        """The statements our site sends: how many, and how fast without the site around them."""
        explained = ALONE.values() if self.options.wants("plans") else ()
        wanted = [row for row in self.rows if self.options.wants(row.name) or row.name in explained]
        asked = {row.name: row.sampled for row in wanted}
        environment = serving_environment("unkept", self.database.url, address_of(self.keeper))
        command = [PYTHON, "-m", "tests.bench.statements"]
        sent = json.loads(finished(command, environment, json.dumps(asked)))
        for row, requests in sent.items():
            if self.options.wants("queries"):
                self.results.queries[row] = max(map(len, requests))
            if row in explained:
                self.results.plans[row] = plans(self.database.url, requests[-1])
            if row in SQL_ROWS and self.options.wants(SQL):
                options = self.options
                rounds = bare_sql.rounds(
                    self.database.url, requests, options.rounds, options.seconds
                )
                self.add(row, SQL, Load.of(rounds))

    def relevance(self) -> None:
        environment = serving_environment("unkept", self.database.url, address_of(self.keeper))
        said = finished([PYTHON, "-m", "tests.bench.relevance"], environment)
        for name, (value, unit) in json.loads(said).items():
            self.results.note(name, value, unit)

    def add(self, row: str, column: str, measured: Load) -> None:
        said(row, column, measured)
        self.results.add(column, {row: measured})

    def serving(self, settings: str):
        return serving(settings, self.database.url, address_of(self.keeper))
