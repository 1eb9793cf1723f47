from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cluster.core.models import BasePage

from ..overview import overview


class HomePage(BasePage):
    """The first page of a language."""

    introduction = models.TextField(
        _("one sentence"),
        blank=True,
        help_text=_("What the site is for, set large at the top of the home page."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    # It would close the directory below with it, which cannot be closed: see there.
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(overview(self.locale.language_code, timezone.now()))
        return context
