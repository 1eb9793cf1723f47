"""Lighthouse, as on a phone with a slow connection, and the weight of what it was sent."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlsplit

from tests.browser.chromium import CHROMIUM, QUIET
from tests.npm import fetched

from .failure import CannotMeasureError
from .known import Known
from .processes import finished

VERSION = "12.2.3"
"""The last that runs on Node 20."""
NAME = "Lighthouse"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
MOST_ROUNDS = 3
OURS = "/static/js/"
DIRECTORY = "directory"


@dataclass(frozen=True, slots=True)
class Visit:
    """`scores` of 100; `shift` of the layout; `bytes` over the wire; `scripts`: bytes of our own
    JavaScript as the browser reads it; `faults`: what keeps a score below 100, but performance."""

    scores: dict[str, float]
    shift: float
    bytes: int
    requests: int
    scripts: int
    faults: tuple[str, ...]


def lacking() -> str:
    """What of the machine's programs there is not, in a word."""
    if not CHROMIUM:
        return "Chromium is not installed"
    if not shutil.which("npm"):
        return "npm is not installed"
    try:
        fetched("lighthouse", VERSION)
    except subprocess.CalledProcessError:
        return f"npm could not get lighthouse {VERSION}"
    return ""


def addresses(known: Known) -> dict[str, str]:
    return {
        "home": "/fr/",
        DIRECTORY: "/fr/annuaire/",
        "profile": f"/fr/annuaire/{known.slugs[0]}/",
        "event": known.events[0],
        "guide": known.guides[0],
    }


def figures(server: str, known: Known, rounds: int) -> Iterator[tuple[str, float, str]]:
    """The middle of a few visits to each page, as `make bench` notes figures."""
    most_scripts = 0
    for page, address in addresses(known).items():
        visits = [visit(server + address) for _ in range(min(rounds, MOST_ROUNDS))]
        first = visits[0]
        said = ", ".join(f"{name} {value:.0f}" for name, value in first.scores.items())
        print("\n    ".join([f"  Lighthouse {page}: {said}", *first.faults]), flush=True)
        for name in CATEGORIES.values():
            yield f"Lighthouse {page}, {name}", median(one.scores[name] for one in visits), ""
        yield f"Lighthouse {page}, layout shift", median(one.shift for one in visits), ""
        if page == DIRECTORY:
            yield "first view of the directory", first.bytes / 1000, "kB"
            yield "first view of the directory, requests", first.requests, ""
        most_scripts = max(most_scripts, first.scripts)
    yield "our own JavaScript on one page", most_scripts / 1000, "kB"


def visit(url: str) -> Visit:
    program = fetched("lighthouse", VERSION) / "cli" / "index.js"
    flags = " ".join(["--headless=new", *(flag for flag in QUIET if " " not in flag)])
    command = ["node", str(program), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    report = json.loads(finished(command, environment))
    if error := report.get("runtimeError"):
        raise CannotMeasureError(f"Lighthouse at {url}: {error['message']}")
    return read(report)


def read(report: dict) -> Visit:
    audits = report["audits"]
    sent = audits["network-requests"]["details"]["items"]
    ours = [one for one in sent if urlsplit(one["url"]).path.startswith(OURS)]
    judged = {key: category["score"] for key, category in report["categories"].items()}
    if unjudged := [key for key, score in judged.items() if score is None]:
        raise CannotMeasureError(f"Lighthouse gives no score for {', '.join(unjudged)}")
    return Visit(
        scores={name: 100 * judged[key] for key, name in CATEGORIES.items()},
        shift=audits["cumulative-layout-shift"]["numericValue"],
        bytes=sum(one["transferSize"] for one in sent),
        requests=len(sent),
        scripts=sum(one["resourceSize"] for one in ours),
        faults=tuple(_faults(report)),
    )


def _faults(report: dict) -> Iterator[str]:
    for key, category in report["categories"].items():
        for one in category["auditRefs"]:
            audit = report["audits"][one["id"]]
            score = audit["score"]
            if key != "performance" and one["weight"] and score is not None and score < 1:
                yield f"{CATEGORIES[key]}: {audit['title']}"
