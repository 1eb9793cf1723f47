"""The default: a machine of one's own, SQLite, nothing to set."""

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, SECRET_KEY, VAR
from .environment import env, read

(VAR / "static").mkdir(parents=True, exist_ok=True)
DEBUG = read(env.bool, "DEBUG", False)
SECRET_KEY = SECRET_KEY or "demo-only-and-public-so-never-use-it-where-anyone-else-can-log-in"
ALTCHA_HMAC_KEY = f"altcha.{SECRET_KEY}"
ALLOWED_HOSTS = ALLOWED_HOSTS or ["*"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
