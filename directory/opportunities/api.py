"""`/api/v1/opportunities/`: the open ones, for programs."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router
from ninja.errors import ValidationError

from cluster.core.api import LanguageQuery, language_of
from directory.vocabulary import Names, name_in, names_of

from .addresses import API, opportunity_url
from .models import OpportunityListing
from .query import OpportunityQuery
from .schemas import OpportunityDetailOut, OpportunityListOut, OpportunityListQuery

router = Router()
OWN_PARAMETERS = frozenset({"limit", "offset"})
COPIED = ("body", "rules", "fee", "answer_url")


@router.get("/", response=OpportunityListOut, summary="Find open opportunities")
def opportunities(request: HttpRequest, parameters: Query[OpportunityListQuery]) -> dict[str, Any]:
    found = _strict(request).results(timezone.localdate())
    window = list(found[parameters.offset : parameters.offset + parameters.limit])
    return {"count": found.count(), "items": _summaries(window, language_of(request))}


@router.get("/{slug}/", response=OpportunityDetailOut, summary="One open opportunity whole")
def opportunity(
    request: HttpRequest, slug: str, parameters: Query[LanguageQuery]
) -> dict[str, Any]:
    listing = OpportunityListing.called(slug)
    if listing is None or listing.is_filled or listing.deadline < timezone.localdate():
        raise Http404
    more = {name: listing.details[name] for name in COPIED}
    return {
        **_summaries([listing], language_of(request))[0],
        **more,
        "updated_at": listing.updated_at,
    }


def _strict(request: HttpRequest) -> OpportunityQuery:
    """Where the page says what it ignores, the API answers 422."""
    query = OpportunityQuery.of(request.GET, also=OWN_PARAMETERS)
    if query.ignored:
        raise ValidationError(
            [
                {"type": "value_error", "loc": ["query", one.name], "msg": one.reason}
                for one in query.ignored
            ]
        )
    return query


def _summaries(listings: Iterable[OpportunityListing], language: str) -> list[dict[str, Any]]:
    """Names of all their branches and skills at once, which are kept."""
    found = list(listings)
    branches = names_of("branch", {slug for one in found for slug in one.branch_slugs})
    skills = names_of("skill", {slug for one in found for slug in one.skill_slugs})
    return [
        _summary(one, language)
        | {
            "branches": _named(one.branch_slugs, branches, language),
            "skills": _named(one.skill_slugs, skills, language),
        }
        for one in found
    ]


def _summary(listing: OpportunityListing, language: str) -> dict[str, Any]:
    details = listing.details
    return {
        "id": listing.pk,
        "slug": listing.slug,
        "type": listing.kind,
        "title": listing.title,
        "introduction": details["introduction"],
        "text_language": listing.language,
        "organisation": details["organisation"],
        "place": {
            **{name: details[name] for name in ("workplace", "locality", "canton")},
            "point": None if listing.longitude is None else (listing.longitude, listing.latitude),
        },
        "pay": {
            "pay": details["pay"],
            "min": details["pay_min"],
            "max": details["pay_max"],
            "unit": details["pay_unit"],
        },
        "languages": details["languages"],
        "deadline": listing.deadline,
        "published_at": listing.published_at,
        "html_url": settings.BASE_URL + opportunity_url(listing.slug, language),
        "api_url": f"{settings.BASE_URL}{API}{listing.slug}/",
    }


def _named(slugs: list[str], names: dict[str, Names], language: str) -> list[dict[str, str]]:
    return [
        {"slug": slug, "name": name_in(names[slug], language)} for slug in slugs if slug in names
    ]
