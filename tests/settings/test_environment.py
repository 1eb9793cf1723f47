import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOUND = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRST",
    "ALLOWED_HOSTS": "cluster.example.org",
    "BASE_URL": "https://cluster.example.org",
    "DATABASE_URL": "postgresql://cluster@127.0.0.1/cluster",
    "CACHE_URL": "redis://127.0.0.1:6379/0",
    "EMAIL_URL": "smtp+tls://user:password@127.0.0.1:587",
    "TASKS": "database",
}


def start(**changes):
    """Loads the settings of production in a process of its own; None leaves a variable out."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": "site", **SOUND, **changes}
    return subprocess.run(
        [sys.executable, "-c", "import cluster.settings.production"],
        cwd=ROOT,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_demos_open_mailbox_cannot_be_left_on():
    result = start(DEMO="1")

    assert result.returncode == 1
    assert result.stderr.startswith("DEMO: ")


def test_a_sound_environment_starts():
    result = start()

    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", None),
        ("BASE_URL", "http://cluster.example.org"),
        ("BASE_URL", "cluster"),
        ("DATABASE_URL", None),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mysql://host/database"),
        ("CACHE_URL", None),
        ("CACHE_URL", "locmem://"),
        ("CACHE_URL", "carrier-pigeon://"),
        ("EMAIL_URL", None),
        ("EMAIL_URL", "carrier-pigeon://"),
        ("DEBUG", "perhaps"),
        ("DEMO", "perhaps"),
        ("TASKS", "tomorrow"),
        ("TRUSTED_PROXIES", "one"),
        ("TRUSTED_PROXIES", "-1"),
        ("CONTACT_OUTCOME_DAYS", "0"),
        ("EVENT_OFFER_HOURS", "0"),
        ("EVENT_FORGET_MONTHS", "some"),
        ("SEARCH_URL", "https://host"),
        ("GEOCODER_URL", "host"),
        ("MAP_TILES_URL", "tiles"),
        ("MEDIA_STORAGE_URL", "s3://bucket"),
        ("SENTRY_DSN", "https://key@host/1"),
    ],
)
def test_what_is_missing_or_malformed_stops_the_start_with_one_line_that_names_it(name, value):
    result = start(**{name: value})

    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(f"{name}: ")
