"""What the home page shows of every room: each kind of thing in one query."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from directory.addresses import profile_url
from directory.facets import counts_of
from directory.models import Branch, ProfileListing
from directory.opportunities.cards import Card, cards
from directory.opportunities.models import OpportunityListing
from directory.query import ProfileQuery
from directory.vocabulary import every_branch
from events.in_lists import ListedEvent
from events.models import EventPage, ListedSession
from resources.offering import published

NEWEST = 4
NEXT = 5
WANTED = 4
HELPING = 3
DOTS = 400


@dataclass(frozen=True, slots=True)
class BranchLine:
    """One line of the index of branches."""

    slug: str
    name: str
    position: int
    count: int


def overview(language: str, now: dt.datetime) -> dict[str, Any]:
    there = every_branch()
    return {
        "branches": branches(there, language),
        "dots": dots(),
        "wanted": wanted(there, language, now),
        "newest": newest(language),
        "events": next_events(language, now),
        "now": now,
        "guides": published(language)[:HELPING],
    }


def branches(every: list[Branch], language: str) -> list[BranchLine]:
    """Every branch in the editors' order with how many live profiles are in it."""
    counts = counts_of(ProfileQuery())["branch"]
    return [
        BranchLine(
            branch.slug, branch.name_in(language), branch.position, counts.get(branch.slug, 0)
        )
        for branch in every
    ]


def wanted(every: list[Branch], language: str, now: dt.datetime) -> list[Card]:
    """The newest open opportunities."""
    today = timezone.localdate(now)
    newest_first = OpportunityListing.objects.open(today).newest_first()[:WANTED]
    by_slug = {branch.slug: branch for branch in every}
    return cards(newest_first, language=language, branches=by_slug, today=today)


def dots() -> list[dict[str, float | int | None]]:
    """Public points for the map; of many profiles a share, the same for everyone."""
    listings = ProfileListing.objects.exclude(longitude=None).order_by("turn")
    columns = ("longitude", "latitude", "summaries__fr__branches__0__colour")
    return [
        {"longitude": longitude, "latitude": latitude, "branch": branch}
        for longitude, latitude, branch in listings.values_list(*columns)[:DOTS]
    ]


def newest(language: str) -> list[dict[str, Any]]:
    """Summaries of the profiles changed last, with the address of each in this language."""
    summaries = ProfileQuery(sort="recent").results(language, limit=NEWEST)
    return [{**one, "url": profile_url(one["slug"], language)} for one in summaries]


def next_events(language: str, now: dt.datetime) -> list[ListedEvent]:
    """Each with the next date that takes place as `shown`; two queries, three where one is
    cancelled."""
    listed = ListedSession.objects.in_language(language).exclude(state="postponed")
    return listed.next_held(EventPage.objects.seen(), now, NEXT)
