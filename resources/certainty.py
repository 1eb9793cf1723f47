"""How sure a fact is, in words a reader understands."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Certainty(models.TextChoices):
    OFFICIAL = "official", _("official source")
    SECONDARY = "secondary", _("secondary source")
    WEAK = "weak", _("weak source")
    GENERAL = "general", _("general knowledge, no source checked")
    EXAMPLE = "example", _("example data, not a real observation")


DOUBTFUL = frozenset({Certainty.WEAK, Certainty.GENERAL, Certainty.EXAMPLE})
"""What a page marks visibly, beside whatever waits to be confirmed."""


class Certain(models.Model):
    """Anything that says how sure it is."""

    certainty = models.CharField(
        _("how sure"), max_length=20, choices=Certainty.choices, default=Certainty.OFFICIAL
    )
    to_confirm = models.BooleanField(
        _("to be confirmed"),
        default=False,
        help_text=_("Old or announced: readers see that it has to be checked before use."),
    )

    certainty_panels = [
        FieldPanel(
            "certainty",
            help_text=_("Shown beside it; the last three are marked so that readers take care."),
        ),
        FieldPanel("to_confirm"),
    ]

    class Meta:
        abstract = True

    @property
    def is_doubtful(self) -> bool:
        return self.to_confirm or self.certainty in DOUBTFUL
