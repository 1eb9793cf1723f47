"""How long after an editor's click a visitor sees what was published, on kept pages too."""

import subprocess
import time
from dataclasses import dataclass
from uuid import uuid4

from .environment import PYTHON, serving_environment
from .failure import CannotMeasureError
from .known import PROFILES
from .processes import ROOT
from .rows import PAGE
from .visitor import Visitor

LONGEST = 30


@dataclass(frozen=True, slots=True)
class Site:
    visitor: Visitor
    database: str
    cache: str


def seconds_until_visible(site: Site, slug: str, rounds: int) -> list[float]:
    """From the click to the first answer with the new name, on the profile's page and in the API
    both; the publishing itself counts. Afterwards the old name is back."""
    name = site.visitor.json(f"{PROFILES}{slug}/")["name"]
    environment = serving_environment("served", site.database, site.cache)
    with subprocess.Popen(
        [PYTHON, "-m", "tests.bench.publishing", slug],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as editor:
        _hear(editor, "ready")
        taken = [_publish_and_look(site.visitor, editor, slug, name) for _ in range(rounds)]
        print(name, file=editor.stdin, flush=True)
        _hear(editor, "published")
    return taken


def _publish_and_look(visitor: Visitor, editor: subprocess.Popen, slug: str, name: str) -> float:
    mark = uuid4().hex
    begun = time.perf_counter()
    print(f"{name} {mark}", file=editor.stdin, flush=True)
    for address in (f"{PAGE}{slug}/", f"{PROFILES}{slug}/"):
        while mark not in visitor.get(address).text:
            if time.perf_counter() - begun > LONGEST or editor.poll() is not None:
                raise CannotMeasureError(f"{address}: the new name was never seen")
    seen = time.perf_counter() - begun
    _hear(editor, "published")
    return seen


def _hear(editor: subprocess.Popen, word: str) -> None:
    if editor.stdout.readline().strip() != word:
        raise CannotMeasureError("the profile could not be published")
