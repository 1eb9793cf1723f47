from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from cluster.core.models import BasePage

from .. import feed, table
from ..browse import Browse
from ..query import OpportunityQuery
from ..showing import show_opportunity
from .listing import OpportunityListing

FILES = ("feed.xml", "opportunities.csv")


class OpportunitiesPage(BasePage):
    """The opportunities in one language; the default locale's holds them, all show them.

    They are served from their listings, never from what is still a draft.
    """

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("Shown under the title of the list.")),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["opportunities.OpportunityPage"]
    max_count_per_parent = 1
    # The feed, the table and the API read listings, which know of no restriction.
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("opportunities")
        verbose_name_plural = _("opportunities")

    def route(self, request, path_components):
        match path_components:
            case []:
                return super().route(request, path_components)
            case [name] if self.live and name in FILES:
                return RouteResult(self, kwargs={"file": name})
            case [slug] if self.live:
                return RouteResult(self, kwargs={"slug": slug})
        raise Http404

    def serve(self, request, *args, slug="", file="", **kwargs):
        if slug:
            listing = OpportunityListing.called(slug)
            if listing is None:
                raise Http404
            return show_opportunity(request, listing)
        return self.serve_file(request, file) if file else super().serve(request, *args, **kwargs)

    def serve_file(self, request, name: str):
        browse = self.browse(request)
        language, today = browse.language, browse.today
        if name == "opportunities.csv":
            return table.respond(browse.query, language=language, today=today)
        return feed.respond(
            browse.query,
            title=self.title,
            page=f"{self.link}{browse.canonical}",
            address=request.get_full_path(),
            language=language,
            today=today,
        )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["browse"] = self.browse(request)
        return context

    def browse(self, request) -> Browse:
        return Browse(
            OpportunityQuery.of(request.GET),
            address=self.link,
            language=self.locale.language_code,
            today=timezone.localdate(),
        )
