"""For filling the database: the demo's content may not be loaded in production."""

from pathlib import Path

from cluster.settings.demo import *  # noqa: F403
from cluster.settings.demo import DATABASES, VAR

MEDIA_ROOT = VAR / "bench" / Path(DATABASES["default"]["NAME"]).stem / "media"
DEMO_MAIL_ROOT = VAR / "bench" / "mail"
