"""What stands below the resources, read as its own class in one query."""

from wagtail.models import Page

from cluster.core.sections import open_to_all

from .languages import Offered, best_of

HELPING = (
    *("guidepage", "checklistpage", "pricelistpage", "trainingpage"),
    *("advancesimulatorpage", "hourlyratepage"),
)
ROOMS = ("organisationspage", "trainingspage", "gapspage")
KINDS = (*HELPING, *ROOMS)
"""One-to-one accessors of a plain page to the classes that may stand below the resources."""


def offered(language: str, kinds: tuple[str, ...] = HELPING) -> list[Offered]:
    """Every published resource once, in `language` if there is one, in the tree's order."""
    pages = (
        open_to_all(Page.objects.all())
        .filter(content_type__app_label="resources", content_type__model__in=kinds)
        .select_related("locale", *kinds)
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
