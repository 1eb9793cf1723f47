"""`python -m tests.bench.filling PROFILES SEED`: fills an empty database with the demo and invented
profiles; prints the seconds of each step as JSON on the last line."""

import json
import sys
from time import perf_counter

import django
from django.core.management import call_command
from django.db import connection

AGENDA = (65, 10)
"""So many copies of the demo's events, and sessions more of each: 20,000 sessions."""


def fill(profiles: int, seed: int) -> dict[str, float]:
    from tests.factories.multitude import multiply_events  # noqa: PLC0415 - models, once set up

    steps = {
        "migrate": lambda: call_command("migrate", verbosity=0),
        "start_site": lambda: call_command("start_site"),
        "load_demo": lambda: call_command("load_demo"),
        "multiply_events": lambda: multiply_events(*AGENDA),
        "generate_profiles": lambda: call_command("generate_profiles", profiles, seed=seed),
        "vacuum": vacuum,
    }
    seconds = {}
    for name, step in steps.items():
        begun = perf_counter()
        step()
        seconds[name] = round(perf_counter() - begun, 2)
    return seconds


def vacuum() -> None:
    """What autovacuum does within minutes, so that no run is measured before it and none after."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)" if connection.vendor == "postgresql" else "ANALYZE")


if __name__ == "__main__":
    django.setup()
    print(json.dumps(fill(int(sys.argv[1]), int(sys.argv[2]))))
