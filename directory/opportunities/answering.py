"""Who answers to an opportunity go to, through the contact relay."""

from django.utils import timezone

from .models import OpportunityListing, OpportunityPage


def open_opportunity(slug: str) -> OpportunityPage | None:
    """The one of this slug, where it is open and answered through us."""
    listing = OpportunityListing.objects.open(timezone.localdate()).filter(slug=slug).first()
    if listing is None or not listing.details["contactable"]:
        return None
    return OpportunityPage.objects.select_related("owner").get(pk=listing.pk)
