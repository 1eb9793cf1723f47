from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from cluster.core.models import BasePage
from directory.figures import downloads
from directory.figures.kept import figures
from directory.figures.showing import charts

FILE = "figures.csv"


class FiguresPage(BasePage):
    """The sector's figures in one language, counted from what is public; editors introduce them."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel(
            "introduction",
            help_text=_("One or two sentences below the title. The numbers come by themselves."),
        ),
    ]
    promote_panels = BasePage.menu_panels
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    # The API gives the same numbers, which knows of no restriction.
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("figures of the sector")

    def route(self, request, path_components):
        if path_components == [FILE] and self.live:
            return RouteResult(self, kwargs={"file": FILE})
        return super().route(request, path_components)

    def serve(self, request, *args, file="", **kwargs):
        if not file:
            return super().serve(request, *args, **kwargs)
        only = request.GET.get("table", "")
        if only and not downloads.knows(only):
            raise Http404
        return downloads.respond(figures(), language=self.locale.language_code, only=only)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        found = figures()
        context["figures"] = found
        context["charts"] = charts(found, self.locale.language_code)
        return context
