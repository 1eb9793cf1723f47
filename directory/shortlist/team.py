"""A shortlist as its page shows it: who is on it, whom else words find, what is done with it."""

from functools import cached_property

from cluster.geo.points import Point

from ..addresses import shortlist_url
from ..models.listing import ProfileListing
from ..ordering import Row, summary
from ..query import ProfileQuery
from .asked import MOST, USUAL_RADIUS, Shortlist, ShortlistForm
from .job import COLUMNS, Candidate, Job, Profile, with_url

MOST_FOUND = 8


class Team:
    """Answers the page's questions once each; the same queries for any number of profiles and
    skills."""

    most = MOST

    def __init__(self, asked: Shortlist, language: str):
        self.asked, self.language = asked, language
        self.address = shortlist_url(language)

    @cached_property
    def profiles(self) -> list[Profile]:
        """In the order of the address; one query."""
        wanted = [slug for slug in self.asked.profiles if "\0" not in slug]
        listings = ProfileListing.objects.filter(slug__in=wanted)
        rows = listings.values_list(f"summaries__{self.language}", *COLUMNS) if wanted else ()
        near = self.asked.near and self.asked.near[1]
        found = {one["slug"]: one for one in (self._profile(row, near) for row in rows)}
        return [
            {**found[slug], "off_url": self.asked.without_profile(slug)}
            for slug in wanted
            if slug in found
        ]

    @property
    def gone(self) -> list[str]:
        """What the list names and the directory does not have, any more or at all."""
        there = {one["slug"] for one in self.profiles}
        return [slug[:80] for slug in self.asked.profiles if slug not in there]

    @cached_property
    def kept(self) -> Shortlist:
        """The list without what is gone."""
        there = tuple(one["slug"] for one in self.profiles)
        return Shortlist(there, self.asked.needs, self.asked.near, self.asked.radius)

    @cached_property
    def job(self) -> Job:
        return Job(self.asked, self.profiles, self.language)

    @cached_property
    def found(self) -> list[Candidate]:
        """Whom the words find that are not on the list yet."""
        if not self.asked.q:
            return []
        query = ProfileQuery(q=self.asked.q, near=self.asked.near, radius=500.0)
        found = query.results(self.language, limit=MOST_FOUND + len(self.asked.profiles))
        others = [one for one in found if one["slug"] not in self.asked.profiles]
        return [
            Candidate(with_url(one, self.language), [], self.asked.with_profile(one["slug"]))
            for one in others[:MOST_FOUND]
        ]

    @property
    def suggestions(self) -> list[tuple[str, list[str]]]:
        return [(typed, list(names)) for typed, names in self.asked.unknown]

    @property
    def ignored(self) -> list[tuple[str, str, str]]:
        labels = {name: field.label for name, field in ShortlistForm.base_fields.items()}
        return [
            (str(labels.get(one.name, one.name)), one.value[:80], one.reason)
            for one in self.asked.ignored
        ]

    @property
    def is_full(self) -> bool:
        return len(self.asked.profiles) >= MOST

    @property
    def contact_url(self) -> str:
        return f"{self.address}contact/{self.kept.url(needs=(), near=None, radius=USUAL_RADIUS)}"

    def _profile(self, row: Row, origin: Point | None) -> Profile:
        return with_url(summary(row, origin), self.language)
