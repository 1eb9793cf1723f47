"""What people say is missing, and what is done about it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from cluster.core.fields import TextByLanguageField, in_language
from cluster.core.shown import shown_differently
from directory.models import Branch

from ..gaps.querysets import GapQuerySet, GapReportQuerySet
from ..gaps.report_form import ReportForm


class Gap(index.Indexed, models.Model):
    """Something that is missing, once, however many people said so."""

    class Status(models.TextChoices):
        NOTED = "noted", _("noted")
        BUILDING = "building", _("being built")
        DONE = "done", _("done")

    titles = TextByLanguageField(_("what is missing"))
    answers = TextByLanguageField(_("what we do about it"), blank=True, longest=500)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.NOTED
    )
    is_public = models.BooleanField(_("public"), default=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    panels = [
        FieldPanel(
            "titles",
            help_text=_("One sentence in your words, not in those of who said it."),
        ),
        FieldPanel("status", help_text=_("The public summary is ordered by it.")),
        FieldPanel(
            "answers",
            help_text=_("What is being built, where it can be found once it is done."),
        ),
        FieldPanel("is_public", help_text=_("Unticked: editors alone see it.")),
    ]
    search_fields = [index.SearchField("titles"), index.SearchField("answers")]
    objects = GapQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "pk"]
        verbose_name = _("gap")
        verbose_name_plural = _("gaps")

    def __str__(self) -> str:
        return in_language(self.titles) or str(self.pk)

    @property
    def answer(self) -> str:
        return in_language(self.answers)


class GapReport(models.Model):
    """What one visitor said of one section of a page: useful or not, and what is missing.

    `page` is the translation it was said of; `heading` keeps the section's words as they were.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    anchor = models.CharField(max_length=200, blank=True, editable=False)
    heading = models.CharField(_("section"), max_length=200, blank=True)
    language = models.CharField(max_length=10, blank=True, editable=False)
    useful = models.BooleanField(_("useful"), null=True, blank=True)
    text = models.TextField(_("what is missing"), max_length=2000, blank=True)
    branch = models.ForeignKey(
        Branch,
        verbose_name=_("branch"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    gap = models.ForeignKey(
        Gap,
        verbose_name=_("belongs to"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
    )
    set_aside = models.BooleanField(_("set aside"), default=False)
    created_at = models.DateTimeField(_("said on"), auto_now_add=True)

    panels = [
        FieldPanel(
            "text",
            help_text=_("As it was said; take out names and addresses. It is never public."),
        ),
        MultiFieldPanel(
            [
                FieldPanel("page", help_text=_("The page it was said of.")),
                FieldPanel("heading", help_text=_("The part of the page; empty: the whole page.")),
                FieldPanel("branch", help_text=_("The branch of whoever said it.")),
                FieldPanel("useful", help_text=_("What they answered, where they answered it.")),
            ],
            _("Of what, and by whom"),
        ),
        FieldPanel(
            "gap",
            help_text=_("What several people say is one gap, and counts them. Choose or make it."),
        ),
        FieldPanel("set_aside", help_text=_("Nothing to be done: it no longer waits for you.")),
    ]
    base_form_class = ReportForm
    objects = GapReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return self.text[:120] or str(self.heading or self.page or self.pk)

    def save(self, *args, **kwargs):
        """What a visitor says is nowhere to be seen; what an editor makes of it is."""
        known = self.pk is not None
        super().save(*args, **kwargs)
        if known:
            shown_differently.send(GapReport)
