"""An opportunity as lists show it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from directory.models import Branch

from .addresses import opportunity_url
from .choices import Kind
from .models.listing import OpportunityListing
from .wording import pay_in_words, place_in_words

SOON = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Card:
    listing: OpportunityListing
    url: str
    kind: str
    place: str
    pay: str
    branches: list[Branch]
    foreign: bool
    """Whether its text is in another language than the reader's."""
    ends_soon: bool
    because: str = ""

    @property
    def details(self) -> dict[str, Any]:
        return self.listing.details


def cards(
    listings: Iterable[OpportunityListing],
    *,
    language: str,
    branches: dict[str, Branch],
    today: dt.date,
) -> list[Card]:
    return [card(one, language=language, branches=branches, today=today) for one in listings]


def card(
    listing: OpportunityListing,
    *,
    language: str,
    branches: dict[str, Branch],
    today: dt.date,
    because: str = "",
) -> Card:
    return Card(
        listing=listing,
        url=opportunity_url(listing.slug, language),
        kind=str(Kind(listing.kind).label),
        place=place_in_words(listing.details),
        pay=pay_in_words(listing.details),
        branches=[branches[slug] for slug in listing.branch_slugs if slug in branches],
        foreign=listing.language != language,
        ends_soon=listing.deadline - today <= SOON,
        because=because,
    )
