"""For the public: everything from the environment; what is missing stops the start."""

import os

from .base import *  # noqa: F403
from .base import (
    ALLOWED_HOSTS,
    BASE_URL,
    CACHES,
    DEMO,
    SECRET_KEY,
    SILENCED_SYSTEM_CHECKS,
    STORAGES,
)
from .environment import stop

DEBUG = False
if DEMO:
    stop("DEMO", "must not be set: it shows every mail, log-in codes included, to everybody")
if len(SECRET_KEY) < 50:
    stop("SECRET_KEY", "must be set to at least 50 random characters")
if not ALLOWED_HOSTS:
    stop("ALLOWED_HOSTS", "must name the hosts this site answers for, separated by commas")
if not BASE_URL.startswith("https://"):
    stop("BASE_URL", "must begin with https://")
for name, example in {
    "DATABASE_URL": "postgresql://user:password@host/database",
    "EMAIL_URL": "smtp+tls://user:password@host:587",
    "CACHE_URL": "redis://host:6379/0",
}.items():
    if not os.environ.get(name):
        stop(name, f"must be set, for example to {example}")
for name in ("MEDIA_STORAGE_URL", "SEARCH_URL", "SENTRY_DSN"):
    if os.environ.get(name):
        stop(name, "is not supported yet; unset it rather than rely on it")
if CACHES["default"]["BACKEND"].endswith("LocMemCache"):
    stop("CACHE_URL", "must be redis://…: the workers have to share what they keep")

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [BASE_URL]
STAFF_NEED_SECOND_FACTOR = True
# Preloading binds every name below the domain for years: its owner decides, not this site.
SILENCED_SYSTEM_CHECKS = [*SILENCED_SYSTEM_CHECKS, "security.W021"]
ALTCHA_HMAC_KEY = f"altcha.{SECRET_KEY}"
