from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cluster.core.models import BasePage

from ..training.listing import TrainingsList


class TrainingsPage(BasePage):
    """Lists every training once, in the reader's language if it exists in it."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    parent_page_types = ["resources.ResourcesPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "resources/trainings_page.html"
    page_description = _("Every training that stands below the resources.")

    class Meta:
        verbose_name = _("list of trainings")
        verbose_name_plural = _("lists of trainings")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = TrainingsList(request.GET, self.locale.language_code)
        context["ignored"] = context["listing"].form.ignored
        return context
