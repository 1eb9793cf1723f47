from django.utils.translation import gettext_lazy as _

from ..gaps.summary import summary
from .base import RoomPage
from .need import Need


class GapsPage(RoomPage):
    """What people said is missing and what is done about it, for everybody to read."""

    template = "resources/gaps_page.html"
    page_description = _("What people said is missing, with counts and what is done about it.")

    class Meta:
        verbose_name = _("public list of gaps")
        verbose_name_plural = _("public lists of gaps")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(groups=summary(), unmet=list(Need.objects.unmet()))
        return context
