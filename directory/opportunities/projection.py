"""What a live opportunity becomes in public: a listing and its terms, composed, not yet written.

Whatever is private stays out here: the account and the e-mail address of its poster.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from cluster.core.plain import plain
from cluster.geo import gazetteer
from directory.words import searchable

from .models.listing import OpportunityListing, OpportunityTerm

if TYPE_CHECKING:
    from .models.opportunity import OpportunityPage

COPIED = (
    *("introduction", "body", "organisation", "languages", "workplace", "locality"),
    *("pay", "pay_min", "pay_max", "pay_unit", "rules", "fee", "answer_url"),
)


def compose(page: "OpportunityPage") -> tuple[OpportunityListing, list[OpportunityTerm]]:
    place = gazetteer.by_name(page.locality)
    branches, skills = list(page.branches.all()), list(page.skills.all())
    names = [name for branch in branches for name in branch.names.values()]
    names += [name for skill in skills for name in (skill.name, *skill.names.values())]
    now = timezone.now()
    listing = OpportunityListing(
        page=page,
        slug=page.slug,
        kind=page.kind,
        title=plain(page.title),
        language=page.language,
        deadline=page.deadline,
        is_filled=page.filled_at is not None,
        published_at=page.first_published_at or now,
        updated_at=page.last_published_at or now,
        longitude=place.point.longitude if place else None,
        latitude=place.point.latitude if place else None,
        branch_slugs=[branch.slug for branch in branches],
        skill_slugs=[skill.slug for skill in skills],
        search_text=searchable(
            page.title, page.introduction, page.body, page.organisation, page.locality, *names
        ),
        details=_details(page, place.canton if place else ""),
    )
    return listing, [
        OpportunityTerm(listing=listing, facet=facet, value=value)
        for facet, value in _terms(listing)
    ]


def _details(page: "OpportunityPage", canton: str) -> dict[str, Any]:
    return {
        **{name: plain(getattr(page, name)) for name in COPIED},
        "canton": canton,
        "profile": _profile_of(page),
        "contactable": bool(page.messages_go_to) and not page.answer_url,
    }


def _profile_of(page: "OpportunityPage") -> int | None:
    """The key of the poster's profile; whether that is public is asked when it is shown."""
    profile = getattr(page.owner, "profile", None)
    return profile and profile.pk


def _terms(listing: OpportunityListing) -> Iterator[tuple[str, str]]:
    details = listing.details
    yield "type", listing.kind
    yield "workplace", details["workplace"]
    yield "pay", details["pay"]
    if details["canton"]:
        yield "canton", details["canton"]
    yield from (("branch", slug) for slug in listing.branch_slugs)
    yield from (("skill", slug) for slug in listing.skill_slugs)
    yield from (("language", code) for code in details["languages"])
