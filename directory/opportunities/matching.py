"""Who fits an opportunity, and what fits a profile, each with the reason."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Expression, FloatField, IntegerField, Q, Sum, Value, When
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from cluster.geo.distance import kilometres
from cluster.geo.points import Point
from directory.addresses import profile_url
from directory.models import ListingTerm, ProfileListing
from directory.models.choices import CHOICES, Availability
from directory.ordering import squared_distance
from directory.vocabulary import name_in, names_of

from .choices import Workplace
from .models.listing import OpportunityListing, OpportunityTerm

MOST = 6
WEIGHTS = {"skill": 4, "branch": 2, "canton": 1, "language": 1}
WORK = ("skill", "branch")
"""Without one of these in common, living near and speaking the language is no reason."""
NEAR_KM = 30
"""Farther away is no reason."""
Values = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Fit:
    profile: dict[str, Any]
    """The summary of its listing, with its address."""
    because: str


def fitting_profiles(listing: OpportunityListing, language: str) -> list[Fit]:
    """The public profiles that share most with it, the nearest first where somebody has to be
    there, unavailable ones left out. Two queries, and names that are kept."""
    asked, place = asked_of(listing), place_of(listing)
    far = squared_distance(place, of="listing__") if place else None
    scores = _scores(ListingTerm, asked, far).exclude(
        listing__availability=Availability.UNAVAILABLE
    )
    if listing.details["profile"]:
        scores = scores.exclude(listing=listing.details["profile"])
    pks = list(scores.values_list("listing", flat=True)[:MOST])
    columns = ("pk", f"summaries__{language}", "longitude", "latitude")
    rows = ProfileListing.objects.filter(pk__in=pks).values_list(*columns)
    found = {pk: (summary, _point(*at)) for pk, summary, *at in rows}
    return [_fit(*found[pk], asked, place, language) for pk in pks if pk in found]


def fitting_opportunities(
    profile: ProfileListing, *, today: dt.date, language: str
) -> list[tuple[OpportunityListing, str]]:
    """The open opportunities that share most with it, the nearest first, each with the reason.
    Three queries."""
    has, here = _had_by(profile.summaries[language]), _point(profile.longitude, profile.latitude)
    scores = _scores(OpportunityTerm, has, _far_from(here) if here else None).filter(
        listing__in=OpportunityListing.objects.open(today).values("pk")
    )
    others = scores.exclude(listing__page__owner__profile=profile.pk)
    pks = list(others.values_list("listing", flat=True)[:MOST])
    found = OpportunityListing.objects.in_bulk(pks)
    return [
        (
            found[pk],
            reason(
                shared(asked_of(found[pk]), has),
                language,
                of_reader=True,
                km=_between(place_of(found[pk]), here),
            ),
        )
        for pk in pks
        if pk in found
    ]


def place_of(listing: OpportunityListing) -> Point | None:
    """Where somebody has to be; None where the work is remote, or nobody knows."""
    is_remote = listing.details["workplace"] == Workplace.REMOTE
    return None if is_remote else _point(listing.longitude, listing.latitude)


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


def reason(common: Values, language: str, *, of_reader: bool, km: float | None = None) -> str:
    """ "you do illustration, you are in the canton of Esch, 12 km away, you speak German"."""
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
    if km is not None and 1 <= round(km) <= NEAR_KM:
        parts.append(_("%(number)s km away") % {"number": number_format(round(km))})
    if spoken:
        sentence = _("you speak %(languages)s") if of_reader else _("speaks %(languages)s")
        parts.append(sentence % {"languages": spoken})
    return ", ".join(parts)


def _scores(terms: Any, values: Values, far: Expression | None):
    """Listings by how much of `values` they have, most first, of equal ones the least `far`, as
    rows of `listing`."""
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
    nearest = [far.asc(nulls_last=True)] if far else []
    order = ("-score", *nearest, "-listing__updated_at", "listing")
    return found.annotate(score=Sum(weight)).order_by(*order)


def _far_from(here: Point) -> Case:
    """What can be done from anywhere is nowhere far."""
    remote = When(listing__details__workplace=Workplace.REMOTE.value, then=Value(0.0))
    far = squared_distance(here, of="listing__")
    return Case(remote, default=far, output_field=FloatField())


def _point(longitude: float | None, latitude: float | None) -> Point | None:
    return None if longitude is None or latitude is None else Point(longitude, latitude)


def _between(one: Point | None, other: Point | None) -> float | None:
    """Of public points only: a profile that shows its locality is at the centre of that."""
    return kilometres(one, other) if one and other else None


def _had_by(summary: dict[str, Any]) -> Values:
    return {
        "skill": [one["slug"] for one in summary["skills"]],
        "branch": [one["slug"] for one in summary["branches"]],
        "canton": [one for one in (summary["place"]["canton"],) if one],
        "language": summary["languages"],
    }


def _fit(
    summary: dict[str, Any], at: Point | None, asked: Values, place: Point | None, language: str
) -> Fit:
    common, km = shared(asked, _had_by(summary)), _between(place, at)
    because = reason(common, language, of_reader=False, km=km)
    return Fit({**summary, "url": profile_url(summary["slug"], language)}, because)
