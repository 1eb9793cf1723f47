"""Reading the environment: every variable of the site, checked before Django starts."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from environs import Env, EnvError

ROOT = Path(__file__).resolve().parents[3]
env = Env()
env.read_env(str(ROOT / ".env"), recurse=False)


def stop(name: str, reason: str) -> None:
    """Ends the start with one line that names the variable."""
    sys.exit(f"{name}: {reason}")


def read(parse: Callable[..., Any], name: str, *args: Any, **kwargs: Any) -> Any:
    """`parse(name, …)`, where a malformed value stops the start instead of raising a trace."""
    try:
        return parse(name, *args, **kwargs)
    except (EnvError, ValueError) as error:
        reason = str(error).replace(f'Environment variable "{name}" ', "").strip()
        stop(name, reason or "malformed value")


def one_of(name: str, choices: tuple[str, ...], default: str) -> str:
    value = os.environ.get(name) or default
    if value not in choices:
        stop(name, f"must be one of {', '.join(choices)}, not {value!r}")
    return value


def address(name: str, schemes: tuple[str, ...], default: str = "") -> str:
    """A URL whose scheme is one of `schemes`, or the default where the variable is empty."""
    value = os.environ.get(name) or default
    if value and urlsplit(value).scheme not in schemes:
        stop(name, f"must begin with {' or '.join(f'{scheme}://' for scheme in schemes)}")
    return value


def scheme_of(name: str, schemes: tuple[str, ...]) -> None:
    """Stops the start where a variable that is set begins with none of `schemes`."""
    value = os.environ.get(name, "")
    if value and value.partition(":")[0] not in schemes:
        stop(name, f"must begin with one of {', '.join(f'{scheme}:' for scheme in schemes)}")
