"""The design system's sheets as one answer: small files to read, one request to send."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders

SHEETS = (
    *("tokens", "base", "layout", "components", "forms", "outline", "finder", "directory"),
    "print",
)
ORDER = "@layer tokens, base, layout, components, pages;\n"


def stylesheet() -> tuple[str, str]:
    """The sheets in their order, and a digest for their address; read again when one changes."""
    paths = _paths()
    return _joined(paths, max(path.stat().st_mtime_ns for path in paths))


@lru_cache(maxsize=1)
def _paths() -> tuple[Path, ...]:
    return tuple(Path(str(finders.find(f"css/{name}.css"))) for name in SHEETS)


@lru_cache(maxsize=1)
def _joined(paths: tuple[Path, ...], _changed: int) -> tuple[str, str]:
    text = ORDER + "".join(path.read_text() for path in paths)
    return text, sha256(text.encode()).hexdigest()[:12]
