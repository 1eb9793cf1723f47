from collections.abc import Callable

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from cluster.core.models import BasePage
from directory.browse import Browse
from directory.query import ProfileQuery
from directory.showing import show_profile

from .listing import ProfileListing

profile_views: dict[str, Callable[[HttpRequest, ProfileListing], HttpResponse]] = {}
"""Views at `<a profile's address>/<name>`, by name; see `directory.views`."""
directory_views: dict[str, Callable[[HttpRequest, "DirectoryPage"], HttpResponse]] = {}
"""Views at `<the directory's address>/<path>`, by path; they go before profiles."""


class DirectoryPage(BasePage):
    """The directory in one language; the default locale's holds the profiles, all show them.

    Profiles are served from their listings: below every language's directory, by one query, and
    never from what is still a draft.
    """

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    promote_panels = BasePage.menu_panels
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ProfilePage"]
    max_count_per_parent = 1
    # The map, the API and the feed read listings, which know of no restriction.
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("directory")

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        if not self.live:
            raise Http404
        path = "/".join(path_components)
        match path_components:
            case _ if path in directory_views:
                return RouteResult(self, kwargs={"view": path})
            case [slug]:
                return RouteResult(self, kwargs={"slug": slug})
            case [slug, name] if name in profile_views:
                return RouteResult(self, kwargs={"slug": slug, "view": name})
        raise Http404

    def serve(self, request, *args, slug="", view="", **kwargs):
        if slug:
            return self.serve_profile(request, slug, view)
        return directory_views[view](request, self) if view else super().serve(request)

    def serve_profile(self, request, slug: str, view: str):
        listing = ProfileListing.called(slug)
        if listing is None:
            raise Http404
        return profile_views[view](request, listing) if view else show_profile(request, listing)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        query = ProfileQuery.of(request.GET)
        context["browse"] = Browse(query, self.locale.language_code)
        return context
