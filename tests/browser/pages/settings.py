"""The demo, in a room of its own: its files and its database lie below PAGES_ROOM."""

import os
from pathlib import Path

from cluster.settings.demo import *  # noqa: F403

ROOM = Path(os.environ["PAGES_ROOM"])
MEDIA_ROOT = ROOM / "media"
DEMO_MAIL_ROOT = ROOM / "mail"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ROOT_URLCONF = "tests.browser.pages.urls"
# A code is typed within minutes; whoever looks at every page in every look takes longer.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_TIMEOUT = 3 * 60 * 60
