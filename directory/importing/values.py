"""A profile as values by column, and values written into a profile that is in memory."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from cluster.geo import gazetteer
from cluster.geo.points import Point, format_location

from ..models import (
    Branch,
    ProfileLink,
    ProfilePage,
    ProfileSkill,
    ProfileText,
    Skill,
)
from ..models.choices import Precision
from .reading import Values

PLAIN = {
    "name": "title",
    "kind": "kind",
    "languages": "languages",
    "availability": "availability",
    "locality": "locality",
    "precision": "precision",
    "email": "contact_email",
}
"""The columns that are fields."""
WITH = ("texts", "branches", "skill_items__tag", "links")
"""What `values_of` reads, to be fetched for many profiles at once."""


def draft_of(page: ProfilePage) -> ProfilePage:
    """As it was last saved: the row itself wherever it is known to be that."""
    origin = getattr(page, "origin", None)
    is_the_import = origin is not None and origin.revision_id == page.latest_revision_id
    in_public = page.live and not page.has_unpublished_changes
    if page.latest_revision_id is None or in_public or is_the_import:
        return page
    return page.get_latest_revision_as_object()


def values_of(page: ProfilePage) -> Values:
    """What a file says of it; nothing of what it does not have."""
    values: Values = {column: getattr(page, field) for column, field in PLAIN.items()}
    values["email"] = page.contact_email.lower()
    origin = getattr(page, "origin", None)
    values["reference"] = origin.reference if origin else ""
    for text in page.texts.all():
        values[f"headline_{text.language}"] = text.headline
        values[f"text_{text.language}"] = text.body
    values["branches"] = sorted(branch.slug for branch in page.branches.all())
    values["skills"] = sorted((item.tag.name for item in page.skill_items.all()), key=str.casefold)
    values["links"] = [link.url for link in page.links.all()]
    point = page.point
    if point is None:
        # What is shown of it, whatever its member once chose.
        values["precision"] = Precision.LOCALITY.value
    elif page.precision == Precision.EXACT or not _is_centre(point, page.locality):
        values |= {"latitude": round(point.latitude, 6), "longitude": round(point.longitude, 6)}
    return {column: value for column, value in values.items() if value not in ("", [], None)}


class Writer:
    """Writes values into profiles; makes the skills that nobody has claimed before."""

    def __init__(self) -> None:
        self.branches = {branch.slug: branch for branch in Branch.objects.all()}
        self.skills: dict[str, Skill] = {}

    def fetch_skills(self, names: set[str]) -> None:
        missing = sorted(names - set(self.skills))
        for start in range(0, len(missing), 500):
            found = Skill.objects.filter(name__in=missing[start : start + 500])
            self.skills |= {skill.name: skill for skill in found}
        for name in missing:
            if name not in self.skills:
                self.skills[name] = Skill.objects.create(name=name)

    def write(self, page: ProfilePage, values: Mapping[str, Any]) -> None:
        for column, field in PLAIN.items():
            if column in values:
                setattr(page, field, values[column])
        self._write_texts(page, values)
        if "branches" in values:
            page.branches = [self.branches[slug] for slug in values["branches"]]
        if "skills" in values:
            self._write_skills(page, values["skills"])
        if "links" in values:
            labels = {link.url: link.label for link in page.links.all()}
            page.links = [
                ProfileLink(url=url, label=labels.get(url, ""), sort_order=place)
                for place, url in enumerate(values["links"])
            ]
        self._write_point(page, values)

    def _write_texts(self, page: ProfilePage, values: Mapping[str, Any]) -> None:
        texts = {text.language: text for text in page.texts.all()}
        for code in settings.LOCALE_LABELS:
            for column, field in ((f"headline_{code}", "headline"), (f"text_{code}", "body")):
                if column in values:
                    text = texts.setdefault(code, ProfileText(language=code))
                    setattr(text, field, values[column])
        page.texts = list(texts.values())

    def _write_skills(self, page: ProfilePage, names: list[str]) -> None:
        self.fetch_skills(set(names))
        there = {item.tag_id: item for item in page.skill_items.all()}
        skills = [self.skills[name] for name in names]
        page.skill_items = [there.get(skill.pk) or ProfileSkill(tag=skill) for skill in skills]

    def _write_point(self, page: ProfilePage, values: Mapping[str, Any]) -> None:
        if "latitude" in values and "longitude" in values:
            page.location = format_location(Point(values["longitude"], values["latitude"]))
        elif "locality" in values:
            place = gazetteer.by_name(values["locality"])
            page.location = format_location(place.point) if place else ""


def _is_centre(point: Point, locality: str) -> bool:
    place = gazetteer.by_name(locality)
    return place is not None and format_location(place.point) == format_location(point)
