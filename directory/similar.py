"""Whom else to look at: profiles that share most with one, each with the reason."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Case, Count, FloatField, Sum, Value, When
from django.utils.translation import gettext as _

from cluster.geo.distance import kilometres
from cluster.geo.points import Point

from .addresses import profile_url
from .models.choices import CHOICES
from .models.listing import ListingTerm, ProfileListing

MOST, WEIGHED = 4, 40
"""How many are shown, of how many that share the most skills."""
NEAR_KM = 15
KEPT_SECONDS = 3_600
BRANCH, HERE, LANGUAGE = 0.4, 0.3, 0.05
"""What the same branch, the same place, the same language is worth; a skill is worth 1 if nobody
else has it, and less the more have it."""
FACETS = {"skill": "skills", "branch": "branches"}
"""What a summary calls them."""
Profile = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Similar:
    profile: Profile
    because: str


def similar_to(profile: Profile, language: str) -> list[Similar]:
    """From summaries. Two queries, three where few share a skill, once the numbers of its skills
    are known, which are kept."""
    weighed = _sharing(profile, "skill")
    if len(weighed) < MOST:
        weighed = dict.fromkeys(_sharing(profile, "branch"), 0.0) | weighed
    column = f"summaries__{language}"
    found = ProfileListing.objects.filter(pk__in=list(weighed)).values_list(column, flat=True)
    score = {one["id"]: weighed[one["id"]] + _besides(one, profile) for one in found}
    ranked = sorted(found, key=lambda one: (-score[one["id"]], one["id"]))
    return [
        Similar(
            {**one, "url": profile_url(one["slug"], language), "distance_km": None},
            _reason(one, profile),
        )
        for one in ranked[:MOST]
    ]


def _sharing(profile: Profile, facet: str) -> dict[int, float]:
    """Those who share most of a facet's values, by what these weigh."""
    values = [one["slug"] for one in profile[FACETS[facet]]]
    if not values:
        return {}
    weights = _weights(facet, values)
    weight = Case(
        *(When(value=value, then=Value(weights[value])) for value in values),
        output_field=FloatField(),
    )
    shared = (
        ListingTerm.objects.filter(facet=facet, value__in=values)
        .exclude(listing=profile["id"])
        .values_list("listing")
        .annotate(weight=Sum(weight))
        .order_by("-weight", "listing")
    )
    return dict(shared[:WEIGHED])


def _weights(facet: str, values: list[str]) -> dict[str, float]:
    """Of each value, the less the more profiles have it."""
    keys = {f"directory.uses.{facet}.{value.encode().hex()}": value for value in values}
    kept = cache.get_many(keys)
    if len(kept) < len(keys):
        terms = ListingTerm.objects.filter(facet=facet, value__in=values).order_by()
        numbers = dict(terms.values_list("value").annotate(number=Count("pk")))
        kept = {key: numbers.get(value, 0) for key, value in keys.items()}
        cache.set_many(kept, KEPT_SECONDS)
    return {keys[key]: 1 / (1 + math.log(max(1, number))) for key, number in kept.items()}


def _besides(one: Profile, other: Profile) -> float:
    """What they have in common besides their skills."""
    branches = len(_shared(one, other, "branches"))
    languages = len(set(one["languages"]) & set(other["languages"]))
    away = _kilometres(one, other)
    near = 0.0 if away is None else max(0.0, 1 - away / 50)
    return BRANCH * branches + HERE * near + LANGUAGE * languages


def _reason(one: Profile, other: Profile) -> str:
    """ "also does motion design, also in Esch-sur-Alzette"."""
    parts = []
    if skills := _shared(one, other, "skills"):
        parts.append(_("also does %(what)s") % {"what": ", ".join(skills)})
    elif branches := _shared(one, other, "branches"):
        parts.append(_("also in %(branch)s") % {"branch": ", ".join(branches)})
    place, away = one["place"]["locality"], _kilometres(one, other)
    if place and place == other["place"]["locality"]:
        parts.append(_("also in %(place)s") % {"place": place})
    elif away is not None and away <= NEAR_KM:
        sentence = _("about %(km)s km away") if _is_about(one, other) else _("%(km)s km away")
        parts.append(sentence % {"km": max(1, round(away))})
    spoken = [str(CHOICES["language"].get(code, code)) for code in _both(one, other)]
    if len(parts) < 2 and spoken:
        parts.append(_("also speaks %(languages)s") % {"languages": ", ".join(spoken)})
    return ", ".join(parts)


def _both(one: Profile, other: Profile) -> Iterable[str]:
    return [code for code in other["languages"] if code in one["languages"]]


def _shared(one: Profile, other: Profile, name: str) -> list[str]:
    """The names of what both have."""
    slugs = {value["slug"] for value in other[name]}
    return [value["name"] for value in one[name] if value["slug"] in slugs]


def _kilometres(one: Profile, other: Profile) -> float | None:
    """Between their public points."""
    here, there = one["place"]["point"], other["place"]["point"]
    return kilometres(Point(*here), Point(*there)) if here and there else None


def _is_about(*profiles: Profile) -> bool:
    return any(one["place"]["precision"] == "locality" for one in profiles)
