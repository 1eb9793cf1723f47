from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from ..organisations.listing import OrganisationsList
from .base import RoomPage


class OrganisationsPage(RoutablePageMixin, RoomPage):
    """Lists every organisation of the register, and what nobody helps with yet."""

    template = "resources/organisations_page.html"
    page_description = _("Every organisation of the register, to narrow down, and on a map.")

    class Meta:
        verbose_name = _("list of organisations")
        verbose_name_plural = _("lists of organisations")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = self.listing(request)
        context["ignored"] = context["listing"].form.ignored
        return context

    @path("places.geojson/")
    def as_places(self, request):
        return self.listing(request).geojson()

    def listing(self, request) -> OrganisationsList:
        return OrganisationsList(request.GET, self.link)
