"""Errors go to where the server's output goes: Django by itself only mails them, to nobody."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"output": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["output"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["output"], "level": "WARNING", "propagate": False},
        # Not the addresses that nobody has, which robots ask for all day.
        "django.request": {"level": "ERROR"},
    },
}
