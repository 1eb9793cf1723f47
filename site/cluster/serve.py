"""granian, with the site loaded before its workers are forked: what they do not change they share,
and one that takes the place of a dead one answers at once.

`python -m cluster.serve --workers 2` serves; `--help` lists granian's options. New code is served
after a restart: SIGHUP begins new workers with what is loaded.
"""

import gc
import multiprocessing
import sys
from importlib import import_module

from django.conf import settings
from django.utils import translation
from granian.cli import cli

SITE = "cluster.wsgi:application"
# Left to itself granian starts up to 256 threads a worker in a rush, each with a connection to the
# database: more than PostgreSQL takes unless told otherwise (100).
OPTIONS = {
    "interface": "wsgi",
    "websockets": False,
    "blocking_threads": 4,
    "respawn_failed_workers": True,
}


def load() -> None:
    """With what Django otherwise reads at the first request: addresses and translations."""
    import_module("cluster.wsgi")
    import_module(settings.ROOT_URLCONF)
    for language, _name in settings.LANGUAGES:
        translation.activate(language)
    translation.deactivate()
    # What lives on is not looked at again: to look at an object writes to it, and ends its sharing.
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    # Python 3.14 no longer forks by itself, and granian then starts each worker from nothing.
    multiprocessing.set_start_method("fork")
    load()
    cli([*sys.argv[1:], SITE], auto_envvar_prefix="GRANIAN", default_map=OPTIONS)
