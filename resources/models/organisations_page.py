from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cluster.core.models import BasePage

from ..organisations.listing import OrganisationsList


class OrganisationsPage(RoutablePageMixin, BasePage):
    """Lists every organisation of the register, and what nobody helps with yet."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    parent_page_types = ["resources.ResourcesPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
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
