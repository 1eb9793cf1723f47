"""`/api/v1/directory/`: what the directory's pages show, for programs."""

from django.db.models import Count
from django.http import Http404, HttpRequest, JsonResponse
from ninja import Query, Router
from ninja.errors import ValidationError

from cluster.core.api import LanguageQuery, language_of

from .addresses import absolute, addressed
from .credits.shown import with_links
from .facets import count_of, counts_of, labelled, total
from .map_features import features
from .models.listing import ListingTerm, ProfileListing
from .ordering import summary
from .query import ProfileQuery
from .schemas import (
    FeatureCollection,
    ListQuery,
    MapQuery,
    ProfileDetail,
    ProfileList,
    SkillQuery,
    Suggestions,
    SuggestQuery,
    Vocabulary,
)
from .skill_names import begin_so
from .suggest import suggest
from .vocabulary import branch_slugs, name_in, names_of

router = Router()
OWN_PARAMETERS = frozenset({"limit", "offset", "facets", "zoom"})


@router.get("/profiles/", response=ProfileList, summary="Find profiles")
def profiles(request: HttpRequest, parameters: Query[ListQuery]):
    query = strict(request)
    language = language_of(request)
    limit = parameters.limit
    offset = parameters.offset if parameters.offset is not None else (query.page - 1) * limit
    counts = counts_of(query) if parameters.facets else None
    count = count_of(query) if counts is None else total(counts, query)
    items = query.results(language, offset=offset, limit=limit, count=count) if count else []
    answer = {"count": count, "items": [addressed(item, language) for item in items]}
    if counts is not None:
        answer["facets"] = labelled(counts, query, language)
    return JsonResponse(answer)


@router.get("/profiles/{slug}/", response=ProfileDetail, summary="One profile whole")
def profile(request: HttpRequest, slug: str, parameters: Query[LanguageQuery]):
    language = language_of(request)
    listing = ProfileListing.called(slug)
    if listing is None:
        raise Http404
    row = (listing.summaries[language], listing.updated_at, None, None)
    details = listing.details
    with_links(details, language)
    for picture in pictures_of(details):
        picture["url"] = absolute(picture["url"])
        for size in (*picture.get("srcset", ()), *picture.get("avif", ())):
            size["url"] = absolute(size["url"])
    return JsonResponse(
        {
            **addressed(summary(row, None), language),
            **details,
            "confirmed_at": listing.confirmed_at and listing.confirmed_at.isoformat(),
        }
    )


def strict(request: HttpRequest) -> ProfileQuery:
    """The query of the address; where a page would say what it ignores, the API answers 422."""
    query = ProfileQuery.of(request.GET, also=OWN_PARAMETERS)
    if query.ignored:
        raise ValidationError(
            [
                {"type": "value_error", "loc": ["query", one.name], "msg": one.reason}
                for one in query.ignored
            ]
        )
    return query


def pictures_of(details):
    if details["portrait"]:
        yield details["portrait"]
    for work in details["realisations"]:
        yield from work["images"]
    for work in details["credited"]:
        if work["image"]:
            yield work["image"]


@router.get("/map/", response=FeatureCollection, summary="Profiles on a map")
def map_features(request: HttpRequest, parameters: Query[MapQuery]):
    language = language_of(request)
    found = features(strict(request), parameters.zoom, language)
    return JsonResponse(
        {"type": "FeatureCollection", "features": found}, content_type="application/geo+json"
    )


@router.get("/suggest/", response=Suggestions, summary="What somebody typing may mean")
def suggestions(request: HttpRequest, parameters: Query[SuggestQuery]):
    return JsonResponse({"items": suggest(parameters.q, language_of(request))})


@router.get("/branches/", response=Vocabulary, summary="The branches, with their profiles' number")
def branches(request: HttpRequest, parameters: Query[LanguageQuery]):
    language = language_of(request)
    slugs = branch_slugs()
    names = names_of("branch", slugs)
    counts = numbers("branch")
    items = [
        {"slug": slug, "name": name_in(names[slug], language), "count": counts.get(slug, 0)}
        for slug in slugs
    ]
    return JsonResponse({"count": len(items), "items": items})


@router.get("/skills/", response=Vocabulary, summary="The skills in use, most frequent first")
def skills(request: HttpRequest, parameters: Query[SkillQuery]):
    language = language_of(request)
    counts = numbers("skill")
    fitting = begin_so(parameters.q) & counts.keys() if parameters.q else counts
    ordered = sorted(fitting, key=lambda slug: (-counts[slug], slug))
    shown = ordered[parameters.offset : parameters.offset + parameters.limit]
    names = names_of("skill", shown)
    items = [
        {"slug": slug, "name": name_in(names[slug], language), "count": counts[slug]}
        for slug in shown
        if slug in names
    ]
    return JsonResponse({"count": len(ordered), "items": items})


def numbers(facet: str) -> dict[str, int]:
    """How many profiles have each value of a facet."""
    terms = ListingTerm.objects.filter(facet=facet).order_by()
    return dict(terms.values_list("value").annotate(number=Count("pk")))
