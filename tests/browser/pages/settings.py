"""The demo, in a room of its own: its files and its database lie below PAGES_ROOM."""

import os
from pathlib import Path

from cluster.settings.demo import *  # noqa: F403

ROOM = Path(os.environ["PAGES_ROOM"])
MEDIA_ROOT = ROOM / "media"
DEMO_MAIL_ROOT = ROOM / "mail"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ROOT_URLCONF = "tests.browser.pages.urls"
