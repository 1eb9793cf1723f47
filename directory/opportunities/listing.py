"""The only writer of opportunities' listings: one exists if and only if its page is live."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet

from cluster.core.withdrawal import withdrawn

from .models.listing import OpportunityListing, OpportunityTerm
from .models.opportunity import OpportunityPage
from .projection import compose


@transaction.atomic
def project(page: OpportunityPage) -> OpportunityListing:
    """Shows the live page, anew or for the first time."""
    listing, terms = compose(page)
    listing.save()
    listing.terms.all().delete()
    OpportunityTerm.objects.bulk_create(terms)
    return listing


@transaction.atomic
def withdraw(page_pk: int) -> None:
    """Shows the page no longer; harmless where it was not shown."""
    deleted, _rows = OpportunityListing.objects.filter(pk=page_pk).delete()
    if deleted:
        withdrawn.send(OpportunityPage)


def project_again(pages: QuerySet[OpportunityPage]) -> None:
    """Those of the pages that are live; for when something else that they show has changed."""
    for page in pages.live():
        project(page)


def rebuild() -> Iterator[int]:
    """Makes all listings anew from the live pages; yields how many are done."""
    live = OpportunityPage.objects.live()
    for stale in OpportunityListing.objects.exclude(page__in=live).values_list("pk", flat=True):
        withdraw(stale)
    for done, page in enumerate(live.iterator(), start=1):
        project(page)
        yield done
