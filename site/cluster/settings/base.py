"""Everything the settings of all installations share; what differs comes from the environment."""

import re
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from .content_policy import admin_policy, public_policy
from .environment import ROOT, address, env, one_of, read, scheme_of, stop
from .journal import LOGGING as LOGGING
from .people import *  # noqa: F403
from .people import LOGIN_URL

BASE_DIR = ROOT
VAR = ROOT / "var"

DEBUG = read(env.bool, "DEBUG", False)
DEMO = read(env.bool, "DEMO", False)
SECRET_KEY = read(env.str, "SECRET_KEY", "")
ALLOWED_HOSTS = read(env.list, "ALLOWED_HOSTS", [])
BASE_URL = address("BASE_URL", ("http", "https"), "http://127.0.0.1:8000").rstrip("/")
TRUSTED_PROXIES = read(env.int, "TRUSTED_PROXIES", 0)
if TRUSTED_PROXIES < 0:
    stop("TRUSTED_PROXIES", "must be 0 or more")

# Since a message was delivered, until both sides are asked whether it led to something.
CONTACT_OUTCOME_DAYS = read(env.int, "CONTACT_OUTCOME_DAYS", 28)
if CONTACT_OUTCOME_DAYS < 1:
    stop("CONTACT_OUTCOME_DAYS", "must be 1 or more")

INSTALLED_APPS = [
    "directory",
    "directory.opportunities",
    "events",
    "resources",
    "cluster.home",
    "cluster.accounts",
    "cluster.media",
    "cluster.core",
    "cluster.delivery",  # after it: sections are forgotten before the marks of kept pages move
    "cluster.geo",
    "wagtailgeowidget",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.api.v3",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "cluster.accounts.apps.PeopleInAdminConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "ninja",
    "leaflet",
    "django_htmx",
    "django_altcha",
    "django_tasks",
    "django_tasks_db",
    "corsheaders",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "cluster.delivery.middleware.KeptPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cluster.core.language.ChosenLanguageMiddleware",
    "cluster.core.language.PageLanguageMiddleware",
    "cluster.core.api.ApiMiddleware",
    "cluster.core.wagtail_api.ReadableQueryMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cluster.core.content_policy.ContentPolicyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cluster.accounts.admin_door.AdminDoorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "cluster.urls"
WSGI_APPLICATION = "cluster.wsgi.application"
ASGI_APPLICATION = "cluster.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "cluster.core.jinja.JinjaTemplates",
        "DIRS": [ROOT / "templates"],
        "OPTIONS": {"environment": "cluster.core.jinja.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cluster.core.context.site",
            ],
            "builtins": [
                "django.templatetags.static",
                "django.templatetags.i18n",
                "cluster.core.templatetags.days",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Storage -----------------------------------------------------------------------------------------

scheme_of("DATABASE_URL", ("sqlite", "postgres", "postgresql"))
DATABASES = {"default": read(env.dj_db_url, "DATABASE_URL", f"sqlite:///{VAR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL and a lock taken at BEGIN: readers never wait, writers queue instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA cache_size=-64000; PRAGMA temp_store=MEMORY;",
    }
else:
    # PostgreSQL's own guess is a turning disk; on any other, reading by index is nearly as cheap
    # as reading on, and with the guess a search scans the table.
    # And two letters exchanged in a word of five leave a fifth of its trigrams; by PostgreSQL's own
    # measure of what is alike, three tenths, the search would not forgive them.
    # Compiling a statement takes longer than any of ours; and the finds of a word among a million
    # profiles have to fit into memory one by one, or each of them is read to be looked at again.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options",
        "-c random_page_cost=1.1 -c pg_trgm.similarity_threshold=0.18 -c jit=off -c work_mem=16MB",
    )
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

scheme_of("CACHE_URL", ("locmem", "redis", "rediss", "dummy"))
CACHES = {"default": read(env.dj_cache_url, "CACHE_URL", "locmem://")}
if CACHES["default"]["BACKEND"].endswith("LocMemCache"):
    CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 2_000}
elif CACHES["default"]["BACKEND"].endswith("RedisCache"):
    CACHES["default"]["BACKEND"] = "cluster.core.forgiving_cache.ForgivingCache"

MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "site" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Language and time -------------------------------------------------------------------------------

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English"), ("de", "Deutsch"), ("lb", "Lëtzebuergesch")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # an accent in an address is unreadable where it is pasted
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [ROOT / "site" / "locale", ROOT / "site" / "locale" / "borrowed"]
FORMAT_MODULE_PATH = "cluster.core.formats"
TIME_ZONE = "Europe/Luxembourg"
USE_TZ = True

ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES

# Mail and work outside the request ---------------------------------------------------------------

scheme_of("EMAIL_URL", ("smtp", "smtps", "smtp+tls", "smtp+ssl", "console", "file", "memory"))
globals().update(
    {
        name: value
        for name, value in read(env.dj_email_url, "EMAIL_URL", "console:").items()
        if name.startswith(("EMAIL", "SERVER_EMAIL", "DEFAULT_FROM_EMAIL"))
    }
)
# Where answers through the contact relay come in, with +… before the @; "" where no mail does.
REPLY_ADDRESS = read(env.str, "REPLY_ADDRESS", "")
if REPLY_ADDRESS and not re.fullmatch(r"[\w.-]+@[\w.-]+", REPLY_ADDRESS):
    stop("REPLY_ADDRESS", "must be an e-mail address such as answers@cluster.example.org")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = read(env.str, "DEFAULT_FROM_EMAIL", "cluster@example.org")
DEMO_MAIL_ROOT = VAR / "mail"
if DEMO:
    # Without one in the address, Django sends by SMTP.
    DEMO_MAIL_BACKEND = globals().get(
        "EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend"
    )
    EMAIL_BACKEND = "cluster.accounts.demo_mail.KeepingBackend"
TASKS = {
    "default": {
        "BACKEND": {
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
            "database": "django_tasks_db.DatabaseBackend",
        }[one_of("TASKS", ("immediate", "database"), "immediate")]
    }
}

# Events ------------------------------------------------------------------------------------------

EVENT_OFFER_HOURS = read(env.int, "EVENT_OFFER_HOURS", 48)
EVENT_FORGET_MONTHS = read(env.int, "EVENT_FORGET_MONTHS", 12)
for name in ("EVENT_OFFER_HOURS", "EVENT_FORGET_MONTHS"):
    if globals()[name] < 1:
        stop(name, "must be 1 or more")

# Wagtail -----------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = MFA_TOTP_ISSUER = "Creative Cluster Luxembourg"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "media.CustomImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.CustomDocument"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "cluster.media.forms.ImageForm"
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp", "heic": "jpeg"}
WAGTAILIMAGES_WEBP_QUALITY = 80
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_JPEG_QUALITY = 82
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cluster.media.forms.DocumentForm"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Browsers do not know these two of the system's zones, and the account page fails on them.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime", "Factory"})
WAGTAIL_USAGE_COUNT_ENABLED = True
# Saving by itself, the admin's form could overtake a click on "Approve" with the page as it was
# before: a profile its member was told is public was not.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "directory.approval.publish_approved"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Five million characters in a text field get an answer next to the field, not a bare refusal.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

# The directory narrows its lists by the found rows within the database, so search stays there.
ON_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database" if ON_SQLITE else "directory.search_backend",
        "SEARCH_CONFIG": "simple",
    }
}

# Maps: nothing is asked of another host unless one is configured ----------------------------------

MAP_TILES_URL = address("MAP_TILES_URL", ("http", "https"))
MAP_TILES_ATTRIBUTION = read(env.str, "MAP_TILES_ATTRIBUTION", "")
GEOCODER_URL = address("GEOCODER_URL", ("http", "https"))
GEO_WIDGET_DEFAULT_LOCATION = {"lat": 49.75, "lng": 6.13}
GEO_WIDGET_EMPTY_LOCATION = False
GEO_WIDGET_ZOOM = 9
GEO_WIDGET_LEAFLET_TILE_LAYER = MAP_TILES_URL
GEO_WIDGET_LEAFLET_TILE_LAYER_OPTIONS = {"attribution": MAP_TILES_ATTRIBUTION}

CONTENT_SECURITY_POLICY = {"DIRECTIVES": public_policy(MAP_TILES_URL)}
ADMIN_CONTENT_POLICY = admin_policy()

# API and browsers' rules --------------------------------------------------------------------------

CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_URLS_REGEX = r"^/api/"
# SQLite makes an index without the columns that PostgreSQL is to find in it.
SILENCED_SYSTEM_CHECKS = ["models.W040"]
LOCALE_LABELS = {"fr": _("French"), "en": _("English"), "de": _("German"), "lb": _("Luxembourgish")}
