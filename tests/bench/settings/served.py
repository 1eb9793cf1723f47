"""The production settings, with files in a room of the benchmark's own."""

from pathlib import Path

from cluster.settings.production import *  # noqa: F403
from cluster.settings.production import DATABASES, VAR

BENCH = VAR / "bench"
STATIC_ROOT = BENCH / "static"
MEDIA_ROOT = BENCH / Path(DATABASES["default"]["NAME"]).stem / "media"
