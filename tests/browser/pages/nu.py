"""The Nu HTML checker, which W3C's validator is: a Java program that comes from npm."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.npm import fetched

VERSION = "26.9.27"


def jar() -> Path:
    return fetched("vnu-jar", VERSION) / "build" / "dist" / "vnu.jar"


def faults(checker: Path, files: list[Path]) -> Iterator[str]:
    """Errors alone. It warns of what is meant: a list's role, which Safari takes from a list
    without bullets; a part named by a heading outside of it; a language that it guesses."""
    java = str(shutil.which("java"))
    command = [java, "-jar", str(checker), "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    for message in json.loads(done.stderr)["messages"]:
        if message["type"] != "info":
            place = f"{Path(message['url']).stem}, line {message.get('lastLine')}"
            yield f"{place}: {message['message']} {message.get('extract', '')!r}"
