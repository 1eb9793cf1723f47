"""The environment variables that our own programs are started with."""

import os
import sys

PYTHON = sys.executable
SETTINGS = "tests.bench.settings"
HOST = "127.0.0.1"
KEY = "measured-only-and-never-served-to-anybody-but-the-machine-itself"
ENDS_TLS = {"X-Forwarded-Proto": "https"}
"""What the proxy in front says of a request: production answers others with a redirect."""


UNLIKE_PRODUCTION = {"PYTHONDONTWRITEBYTECODE"}
"""With it every start compiles every module anew."""


def _own(settings: str, database: str, port: int | None = None) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name not in UNLIKE_PRODUCTION},
        "PYTHONPATH": "site:.",
        "DJANGO_SETTINGS_MODULE": f"{SETTINGS}.{settings}",
        "DATABASE_URL": database,
        "BASE_URL": f"https://{HOST}:{port}" if port else f"https://{HOST}",
        "SECRET_KEY": KEY,
        "EMAIL_URL": "memory:",
        "DEBUG": "0",
        "DEMO": "0",
        "TRUSTED_PROXIES": "1",
    }


def filling_environment(database: str) -> dict[str, str]:
    own = _own("filling", database)
    return {**own, "DEMO": "1", "CACHE_URL": "locmem://", "TASKS": "immediate"}


def serving_environment(
    settings: str, database: str, cache: str, port: int | None = None
) -> dict[str, str]:
    own = _own(settings, database, port)
    return {**own, "ALLOWED_HOSTS": HOST, "CACHE_URL": cache, "TASKS": "database"}
