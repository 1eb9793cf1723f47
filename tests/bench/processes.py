"""Programs that the benchmark starts, and stops again whatever happens."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .failure import CannotMeasureError

ROOT = Path(__file__).resolve().parents[2]
ROOM = ROOT / "var" / "bench"
PATIENCE = 10
DEBIAN_PLACES = "/usr/local/sbin:/usr/sbin:/sbin"


def program(name: str) -> str | None:
    """Where it is; servers lie where a user's PATH often does not lead."""
    return shutil.which(name) or shutil.which(name, path=DEBIAN_PLACES)


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@contextmanager
def running(
    command: list[str], log: str, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen]:
    """In a session of its own, so that Ctrl-C reaches us first; its output goes into `log`."""
    ROOM.mkdir(parents=True, exist_ok=True)
    with (ROOM / log).open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _stop(process)


def _stop(process: subprocess.Popen) -> None:
    """The group, so that a server's workers end too, even where it died before them."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(PATIENCE)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue


def until(answers, process: subprocess.Popen, log: str, seconds: float = 30) -> None:
    """Waits until `answers()`; says what the program wrote where it ended or never does."""
    begun = time.monotonic()
    while not answers():
        if process.poll() is not None or time.monotonic() - begun > seconds:
            raise CannotMeasureError(f"{log}: {_last_line(ROOM / log)}")
        time.sleep(0.005)


def finished(command: list[str], environment: dict[str, str], given: str = "") -> str:
    """What a program printed that ran to its end without an error."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr.strip() or done.stdout.strip() or "no output").splitlines()[-1]
        raise CannotMeasureError(f"{' '.join(command[1:])}: {reason}")
    return done.stdout


def _last_line(log: Path) -> str:
    return (log.read_text(errors="replace").strip() or "it wrote nothing").splitlines()[-1]
