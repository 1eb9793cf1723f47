"""For filling the database: the demo's content may not be loaded in production."""

from cluster.settings.demo import *  # noqa: F403
from cluster.settings.demo import DATABASES, VAR

MEDIA_ROOT = VAR / "bench" / DATABASES["default"]["NAME"] / "media"
DEMO_MAIL_ROOT = VAR / "bench" / "mail"
