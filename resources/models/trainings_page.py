from django.utils.translation import gettext_lazy as _

from ..training.listing import TrainingsList
from .base import RoomPage


class TrainingsPage(RoomPage):
    """Lists every training once, in the reader's language if it exists in it."""

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
