"""What the home page shows of every room, in as few queries as there are kinds of things."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from directory.models import Branch, ListingTerm, ProfileListing

NEWEST = 4


@dataclass(frozen=True, slots=True)
class BranchLine:
    """One line of the index of branches."""

    slug: str
    name: str
    position: int
    count: int


def branches(language: str) -> list[BranchLine]:
    """Every branch in the editors' order with how many live profiles are in it."""
    of_branch = ListingTerm.objects.filter(facet="branch", value=OuterRef("slug")).order_by()
    count = of_branch.values("value").annotate(count=Count("pk")).values("count")
    counted = Branch.objects.annotate(
        count=Coalesce(Subquery(count, output_field=IntegerField()), 0)
    )
    return [
        BranchLine(branch.slug, branch.name_in(language), branch.position, branch.count)
        for branch in counted
    ]


def newest(language: str) -> list[dict[str, Any]]:
    """The summaries of the profiles confirmed last."""
    listings: QuerySet[ProfileListing] = ProfileListing.objects.exclude(confirmed_at=None)
    summaries = listings.order_by("-confirmed_at", "pk").values_list("summaries", flat=True)
    return [texts[language] for texts in summaries[:NEWEST]]
