"""The words profiles are sorted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel

from cluster.core.fields import TextByLanguageField, in_language


class Branch(models.Model):
    """One of the cluster's branches, in the editors' order; its colour follows its number."""

    slug = models.SlugField(_("address part"), max_length=60, unique=True)
    names = TextByLanguageField(_("name"))
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Also chooses the branch's colour, 1 to 12.")
    )

    panels = [FieldPanel("names"), FieldPanel("slug"), FieldPanel("position")]

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("branch")
        verbose_name_plural = _("branches")

    def __str__(self) -> str:
        return in_language(self.names) or self.slug

    def name_in(self, language: str) -> str:
        return in_language(self.names, language) or self.slug


class Skill(TagBase):
    """A skill, coined by whoever first claimed it; `names` are its translations."""

    free_tagging = True
    names = TextByLanguageField(_("translations"), blank=True)

    panels = [FieldPanel("name"), FieldPanel("names"), FieldPanel("slug")]

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")

    def name_in(self, language: str) -> str:
        return self.names.get(language) or self.name
