"""What people need help with, one step after the other."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cluster.core.fields import TextByLanguageField, in_language

from ..organisations.querysets import NeedQuerySet
from ..purposes import Purpose


class Need(index.Indexed, models.Model):
    """One step at which somebody needs help; without an organisation that gives it, a gap."""

    slug = models.SlugField(_("address part"), max_length=80, unique=True)
    names = TextByLanguageField(_("name"))
    purpose = models.CharField(_("who needs it"), max_length=20, choices=Purpose.choices)
    position = models.PositiveSmallIntegerField(_("step"), default=1)

    panels = [
        FieldPanel("names", help_text=_("As somebody would say it: “Find a first client abroad”.")),
        FieldPanel(
            "slug", help_text=_("Names it in the list's addresses: small letters, hyphens.")
        ),
        FieldPanel("purpose", help_text=_("The list of organisations is ordered by it.")),
        FieldPanel("position", help_text=_("1 for the first step, then 2, 3 …")),
    ]
    search_fields = [index.SearchField("names"), index.AutocompleteField("slug")]
    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering = ["purpose", "position", "slug"]
        verbose_name = _("need")
        verbose_name_plural = _("needs")

    def __str__(self) -> str:
        return in_language(self.names) or self.slug
