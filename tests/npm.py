"""Programs that come from npm, into var/tools: nothing of them is ours to keep."""

import shutil
import subprocess

from tests.bench.processes import ROOT

TOOLS = ROOT / "var" / "tools"


def fetched(package, version):
    """The folder of a package, got once and whole; raises CalledProcessError where npm fails.

    No script of a package is run: some would get a browser from another host."""
    room = TOOLS / f"{package}-{version}"
    if not room.exists():
        new = room.with_suffix(".new")
        npm = [str(shutil.which("npm")), "install", "--ignore-scripts", "--no-audit", "--no-fund"]
        command = [*npm, "--prefix", str(new), f"{package}@{version}"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        new.rename(room)
    return room / "node_modules" / package
