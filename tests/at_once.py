"""Several acts at the same moment, each in a thread and a connection of its own."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection


def at_once(*acts: Callable[[], Any], times: int = 1) -> None:
    """Each so many times. Fails with what any of them has raised."""
    acts *= times
    barrier, failed = threading.Barrier(len(acts)), []

    def one(act):
        barrier.wait()
        try:
            act()
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
