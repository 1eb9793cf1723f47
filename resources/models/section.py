from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cluster.core.models import BasePage
from cluster.core.sections import open_to_all

from ..languages import Offered, best_of

KINDS = (
    *("guidepage", "checklistpage", "pricelistpage"),
    *("advancesimulatorpage", "hourlyratepage"),
)
"""One-to-one accessors of a plain page to the classes that may stand below the resources."""


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
        context["resources"] = offered(self.locale.language_code)
        return context


def offered(language: str) -> list[Offered]:
    """Every published resource once, in `language` if there is one, in the tree's order."""
    pages = (
        open_to_all(Page.objects.all())
        .filter(content_type__app_label="resources", content_type__model__in=KINDS)
        .select_related("locale", *KINDS)
        .order_by("path")
    )
    return best_of([specific(page) for page in pages], language)


def published(language: str) -> list[Page]:
    """The pages alone of what is `offered`."""
    return [one.page for one in offered(language)]


def specific(page: Page) -> Page:
    """The page as its own class, from what `select_related(*KINDS)` already fetched."""
    kinds = (getattr(page, kind, None) for kind in KINDS)
    return next((kind for kind in kinds if kind is not None), page)
