from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cluster.core.models import BasePage

from ..offering import KINDS, specific
from ..shelf import Shelf


class ResourcesPage(BasePage):
    """The resources of one language; those missing in it are shown in the best there is."""

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction", help_text=_("One or two sentences below the title.")),
    ]
    promote_panels = BasePage.menu_panels
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "resources.GuidePage",
        "resources.ChecklistPage",
        "resources.PriceListPage",
        "resources.AdvanceSimulatorPage",
        "resources.HourlyRatePage",
        "resources.TrainingPage",
        "resources.OrganisationsPage",
        "resources.TrainingsPage",
        "resources.GapsPage",
    ]
    max_count_per_parent = 1
    template = "resources/resources_page.html"

    class Meta:
        verbose_name = _("resources")

    def route(self, request, path_components):
        """The child in one query, its own class with it, where Wagtail takes two."""
        if not path_components:
            return super().route(request, path_components)
        pages = Page.objects.child_of(self).select_related("locale", *KINDS)
        page = pages.filter(slug=path_components[0]).first()
        if page is None:
            raise Http404
        return specific(page).route(request, path_components[1:])

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["shelf"] = Shelf(request.GET, self.locale.language_code)
        context["ignored"] = context["shelf"].form.ignored
        return context
