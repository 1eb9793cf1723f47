from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cluster.core.models import BasePage

from ..gaps.summary import summary
from .need import Need


class GapsPage(BasePage):
    """What people said is missing and what is done about it, for everybody to read."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    parent_page_types = ["resources.ResourcesPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "resources/gaps_page.html"
    page_description = _("What people said is missing, with counts and what is done about it.")

    class Meta:
        verbose_name = _("public list of gaps")
        verbose_name_plural = _("public lists of gaps")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(groups=summary(), unmet=list(Need.objects.unmet()))
        return context
