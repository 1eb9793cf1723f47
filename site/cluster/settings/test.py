"""For the tests: everything at once, in a place of its own, as strict as it can be."""

import atexit
import shutil
import tempfile

from .base import DATABASES, MIDDLEWARE
from .demo import *  # noqa: F403

TEMPORARY = tempfile.mkdtemp(prefix="cluster-tests-")
atexit.register(shutil.rmtree, TEMPORARY, ignore_errors=True)

DEBUG = False
MEDIA_ROOT = f"{TEMPORARY}/media"
DEMO_MAIL_ROOT = f"{TEMPORARY}/mail"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: a server's threads each need a connection of their own, as in real life.
    DATABASES["default"]["TEST"] = {"NAME": f"{TEMPORARY}/test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Tests count the queries of pages that are made; those of kept pages put it back.
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("cluster.delivery.")]
# Else every test's client looks through all static files before its first request.
WHITENOISE_AUTOREFRESH = True
