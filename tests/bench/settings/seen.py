"""As served, to a browser that comes without the proxy in front, which would end TLS."""

from .served import *  # noqa: F403

SECURE_SSL_REDIRECT = False
