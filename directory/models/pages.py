from collections.abc import Callable

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from cluster.core.models import BasePage
from directory.browse import Browse
from directory.feed import ProfileFeed
from directory.query import ProfileQuery
from directory.showing import show_profile

from .listing import ProfileListing

profile_views: dict[str, Callable[[HttpRequest, ProfileListing], HttpResponse]] = {}
"""Views at `<a profile's address>/<name>/`, put here by the modules that have them."""


class DirectoryPage(BasePage):
    """The directory in one language; the default locale's holds the profiles, all show them.

    Profiles are served from their listings: below every language's directory, by one query, and
    never from what is still a draft.
    """

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ProfilePage"]
    max_count_per_parent = 1
    # The map, the API and the feed read listings, which know of no restriction.
    private_page_options: list[str] = []

    class Meta:
        verbose_name = _("directory")

    def route(self, request, path_components):
        match path_components:
            case []:
                return super().route(request, path_components)
            case ["feed.xml"] if self.live:
                return RouteResult(self, kwargs={"view": "feed"})
            case [slug] if self.live:
                return RouteResult(self, kwargs={"slug": slug})
            case [slug, name] if self.live and name in profile_views:
                return RouteResult(self, kwargs={"slug": slug, "view": name})
        raise Http404

    def serve(self, request, *args, slug="", view="", **kwargs):
        if slug:
            return self.serve_profile(request, slug, view)
        if view == "feed":
            url = self.own_section.url if self.own_section else self.url
            feed = ProfileFeed(title=self.title, url=url, language=self.locale.language_code)
            return feed(request)
        return super().serve(request, *args, **kwargs)

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
