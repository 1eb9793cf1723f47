"""What a profile can be, in the words that are stored."""

from functools import cache

from babel import Locale
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

SPOKEN_LANGUAGES = [
    ("lb", _("Luxembourgish")),
    ("fr", _("French")),
    ("de", _("German")),
    ("en", _("English")),
    ("pt", _("Portuguese")),
    ("it", _("Italian")),
    ("es", _("Spanish")),
    ("nl", _("Dutch")),
    ("pl", _("Polish")),
    ("el", _("Greek")),
    ("ru", _("Russian")),
    ("uk", _("Ukrainian")),
    ("ar", _("Arabic")),
    ("zh", _("Chinese")),
    ("ja", _("Japanese")),
]


@cache
def names_of_language(code: str) -> tuple[str, ...]:
    """What somebody may call it who looks for those who speak it: in each language of the site."""
    sites = (Locale.parse(site) for site, _label in settings.LANGUAGES)
    return tuple(dict.fromkeys(str(site.languages.get(code, "")) for site in sites))


class Kind(models.TextChoices):
    FREELANCER = "freelancer", _("Freelancer")
    STUDIO = "studio", _("Studio or company")
    COLLECTIVE = "collective", _("Collective or association")
    INSTITUTION = "institution", _("Institution")


class Availability(models.TextChoices):
    AVAILABLE = "available", _("Available")
    LIMITED = "limited", _("Partly available")
    UNAVAILABLE = "unavailable", _("Not available")


class Precision(models.TextChoices):
    EXACT = "exact", _("Show the exact place")
    LOCALITY = "locality", _("Show my locality only")


CHOICES = {
    "kind": dict(Kind.choices),
    "language": dict(SPOKEN_LANGUAGES),
    "availability": dict(Availability.choices),
}
"""The labels of each facet's values, where these are fixed."""
