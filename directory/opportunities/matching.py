"""Who fits an opportunity, and what fits a profile, each with the reason."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, Q, Sum, Value, When
from django.utils.translation import gettext as _

from directory.addresses import profile_url
from directory.models import ListingTerm, ProfileListing
from directory.models.choices import CHOICES, Availability
from directory.vocabulary import name_in, names_of

from .choices import Workplace
from .models.listing import OpportunityListing, OpportunityTerm

MOST = 6
WEIGHTS = {"skill": 4, "branch": 2, "canton": 1, "language": 1}
WORK = ("skill", "branch")
"""Without one of these in common, living near and speaking the language is no reason."""
Values = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Fit:
    profile: dict[str, Any]
    """The summary of its listing, with its address."""
    because: str


def fitting_profiles(listing: OpportunityListing, language: str) -> list[Fit]:
    """The public profiles that share most with it, unavailable ones left out. Two queries, and
    names that are kept."""
    asked = asked_of(listing)
    scores = _scores(ListingTerm, asked).exclude(listing__availability=Availability.UNAVAILABLE)
    if listing.details["profile"]:
        scores = scores.exclude(listing=listing.details["profile"])
    pks = list(scores.values_list("listing", flat=True)[:MOST])
    column = f"summaries__{language}"
    found = dict(ProfileListing.objects.filter(pk__in=pks).values_list("pk", column))
    return [_fit(found[pk], asked, language) for pk in pks if pk in found]


def fitting_opportunities(
    profile: ProfileListing, *, today: dt.date, language: str
) -> list[tuple[OpportunityListing, str]]:
    """The open opportunities that share most with it, each with the reason. Three queries."""
    summary = profile.summaries[language]
    has = _had_by(summary)
    scores = _scores(OpportunityTerm, has).filter(
        listing__in=OpportunityListing.objects.open(today).values("pk")
    )
    others = scores.exclude(listing__page__owner__profile=profile.pk)
    pks = list(others.values_list("listing", flat=True)[:MOST])
    found = OpportunityListing.objects.in_bulk(pks)
    return [
        (found[pk], reason(shared(asked_of(found[pk]), has), language, of_reader=True))
        for pk in pks
        if pk in found
    ]


def asked_of(listing: OpportunityListing) -> Values:
    """What it asks for, by facet; where the work is remote no place is asked for."""
    details = listing.details
    here = details["canton"] and details["workplace"] != Workplace.REMOTE
    return {
        "skill": listing.skill_slugs,
        "branch": listing.branch_slugs,
        "canton": [details["canton"]] if here else [],
        "language": details["languages"],
    }


def shared(asked: Values, has: Values) -> Values:
    return {facet: [one for one in asked[facet] if one in has[facet]] for facet in WEIGHTS}


def reason(common: Values, language: str, *, of_reader: bool) -> str:
    """ "you do illustration, you are in the canton of Esch, you speak German"."""
    facet = "skill" if common["skill"] else "branch"
    names = names_of(facet, common[facet])
    work = ", ".join(name_in(names[slug], language) for slug in common[facet] if slug in names)
    canton = ", ".join(common["canton"])
    spoken = ", ".join(str(CHOICES["language"].get(one, one)) for one in common["language"])
    parts = []
    if work:
        parts.append((_("you do %(what)s") if of_reader else _("does %(what)s")) % {"what": work})
    if canton:
        sentence = _("you are in the canton of %(canton)s")
        other = _("is in the canton of %(canton)s")
        parts.append((sentence if of_reader else other) % {"canton": canton})
    if spoken:
        sentence = _("you speak %(languages)s") if of_reader else _("speaks %(languages)s")
        parts.append(sentence % {"languages": spoken})
    return ", ".join(parts)


def _scores(terms: Any, values: Values):
    """Listings by how much of `values` they have, most first, as rows of `listing`."""
    weight = Case(
        *(When(facet=facet, then=Value(number)) for facet, number in WEIGHTS.items()),
        default=Value(0),
        output_field=IntegerField(),
    )
    wanted = Q(pk__in=[])
    for facet, slugs in values.items():
        if slugs:
            wanted |= Q(facet=facet, value__in=slugs)
    work = Q(pk__in=[])
    for facet in WORK:
        work |= Q(facet=facet, value__in=values[facet])
    does_it = terms.objects.filter(work).values("listing")
    found = terms.objects.filter(wanted, listing__in=does_it).values("listing")
    return found.annotate(score=Sum(weight)).order_by("-score", "-listing__updated_at", "listing")


def _had_by(summary: dict[str, Any]) -> Values:
    return {
        "skill": [one["slug"] for one in summary["skills"]],
        "branch": [one["slug"] for one in summary["branches"]],
        "canton": [one for one in (summary["place"]["canton"],) if one],
        "language": summary["languages"],
    }


def _fit(summary: dict[str, Any], asked: Values, language: str) -> Fit:
    because = reason(shared(asked, _had_by(summary)), language, of_reader=False)
    return Fit({**summary, "url": profile_url(summary["slug"], language)}, because)
