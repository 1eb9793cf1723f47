"""How sure a fact is, in words a reader understands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Certainty(models.TextChoices):
    OFFICIAL = "official", _("official source")
    SECONDARY = "secondary", _("secondary source")
    WEAK = "weak", _("weak source")
    GENERAL = "general", _("general knowledge, no source checked")
    EXAMPLE = "example", _("example data, not a real observation")


DOUBTFUL = frozenset({Certainty.WEAK, Certainty.GENERAL, Certainty.EXAMPLE})
"""What a page marks visibly, beside whatever waits to be confirmed."""
