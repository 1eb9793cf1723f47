"""What a job needs, and who has it: on a list, or near by."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cluster.geo import gazetteer
from cluster.geo.points import Point

from ..addresses import directory_url, profile_url
from ..facets import counts_of, labelled
from ..models.choices import Availability
from ..models.listing import ProfileListing
from ..ordering import ordered, summary
from ..query import ProfileQuery
from ..vocabulary import name_in, names_of
from .asked import Shortlist

MOST_NEAR, READ_NEAR = 3, 6
COLUMNS = ("updated_at", "longitude", "latitude")
Profile = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Candidate:
    """`also` are the other gaps it would fill; `url` adds it to the list."""

    profile: Profile
    also: list[str]
    url: str


@dataclass(frozen=True, slots=True)
class Need:
    """A skill the job needs; `candidates` only where nobody on the list has it."""

    slug: str
    name: str
    covered_by: list[Profile]
    candidates: list[Candidate]
    more_url: str
    remove_url: str


class Job:
    """The skills that `asked` names, held against the `profiles` on the list."""

    def __init__(self, asked: Shortlist, profiles: list[Profile], language: str):
        self.asked = asked
        self.profiles = profiles
        self.language = language

    @cached_property
    def names(self) -> dict[str, str]:
        found = names_of("skill", self.asked.needs)
        return {slug: name_in(names, self.language) for slug, names in found.items()}

    @cached_property
    def missing(self) -> list[str]:
        had = {skill["slug"] for one in self.profiles for skill in one["skills"]}
        return [slug for slug in self.asked.needs if slug not in had]

    @cached_property
    def needs(self) -> list[Need]:
        return [
            Need(
                slug,
                self.names[slug],
                [one for one in self.profiles if _has(one, slug)],
                self._candidates(slug) if slug in self.missing else [],
                directory_url(self.language) + self._looking_for(slug).url(),
                self.asked.without_need(slug),
            )
            for slug in self.asked.needs
        ]

    @cached_property
    def origin(self) -> tuple[str, Point] | None:
        """Where the job is, else the middle of where those on the list are."""
        if self.asked.near:
            return self.asked.near
        points = [one["place"]["point"] for one in self.profiles if one["place"]["point"]]
        if not points:
            return None
        middle = [round(sum(degrees) / len(points), 3) for degrees in zip(*points, strict=True)]
        return f"{middle[1]},{middle[0]}", Point(*middle)

    @property
    def searched(self) -> str:
        """Where those who could fill a gap were looked for."""
        values = {"km": f"{self.asked.radius:g}", "place": self.origin and self.origin[0]}
        if self.asked.near:
            return _("Within %(km)s km of %(place)s, the nearest first.") % values
        if self.origin:
            return _("Within %(km)s km of the middle of your list, the nearest first.") % values
        return _("From the whole directory: nobody on the list shows a place.")

    @cached_property
    def near_by(self) -> list[Profile]:
        """Those who could fill a gap, some for each; one query, however many gaps."""
        point = self.origin and self.origin[1]
        wanted = Q()
        for slug in self.missing:
            query = self._looking_for(slug)
            free = query.matches().exclude(availability=Availability.UNAVAILABLE)
            others = free.exclude(pk__in=[one["id"] for one in self.profiles])
            nearest = ordered(others, (query.order, point, ()))
            wanted |= Q(pk__in=nearest.values("pk")[:READ_NEAR])
        if not wanted:
            return []
        rows = ProfileListing.objects.filter(wanted)
        found = rows.values_list(f"summaries__{self.language}", *COLUMNS)
        return [with_url(summary(row, point), self.language) for row in found]

    @property
    def request_url(self) -> str:
        """The form that asks for whoever is missing, or for all where nobody is."""
        values = [("lang", self.language), ("kind", "collaboration")]
        values += [("skill", slug) for slug in self.missing or self.asked.needs]
        if self.asked.near:
            values.append(("locality", gazetteer.nearest(self.asked.near[1]).name))
        return f"{reverse('propose_opportunity')}?{urlencode(values)}"

    @property
    def usual_skills(self) -> list[str]:
        """What is offered before anything is typed; counted once for everybody."""
        everybody = ProfileQuery()
        skills = labelled(counts_of(everybody), everybody, self.language)["skill"]
        return sorted(one["name"] for one in skills)

    def _candidates(self, slug: str) -> list[Candidate]:
        fitting = []
        for one in self.near_by:
            if _has(one, slug):
                others = [gap for gap in self.missing if gap != slug and _has(one, gap)]
                fitting.append((one, [self.names[gap] for gap in others]))
        fitting.sort(key=lambda fit: (-len(fit[1]), fit[0]["distance_km"] or 0, fit[0]["name"]))
        return [
            Candidate(one, also, self.asked.with_profile(one["slug"]))
            for one, also in fitting[:MOST_NEAR]
        ]

    def _looking_for(self, slug: str) -> ProfileQuery:
        return ProfileQuery(skill=(slug,), near=self.origin, radius=self.asked.radius)


def with_url(profile: Profile, language: str) -> Profile:
    return {**profile, "url": profile_url(profile["slug"], language)}


def _has(profile: Profile, skill: str) -> bool:
    return any(one["slug"] == skill for one in profile["skills"])
