"""A profile page from a record of the demo's files."""

import json
import math
from typing import Any

from django.conf import settings
from wagtail.images import get_image_model
from wagtail.models import Locale

from cluster.accounts.models import User
from cluster.geo.gazetteer import by_name
from cluster.geo.points import Point, format_location
from cluster.media.pictures import members_collection
from cluster.media.uploads import CleanedPicture
from directory.models import (
    Branch,
    DirectoryPage,
    ProfileLink,
    ProfilePage,
    ProfileSkill,
    ProfileText,
    Realisation,
    Skill,
    TeamMember,
)

from .artwork import DESCRIPTIONS, draw

METRES_A_DEGREE = 111_320
SAME = ("kind", "languages", "availability", "precision", "locality")


def write(record: dict[str, Any], owner: User | None) -> ProfilePage:
    """The page below the directory of the default language, not live yet."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    manner = record.get("manner", record["branches"][0])
    page = ProfilePage(
        title=record["name"],
        slug=record["slug"],
        locale=locale,
        live=False,
        member=owner,
        owner=owner,
        contact_email=owner.email if owner else f"{record['slug']}@example.org",
        address=record.get("address", ""),
        location=location(record),
        **{name: record[name] for name in SAME},
    )
    page.branches = Branch.objects.filter(slug__in=record["branches"])
    page.skill_items = [
        ProfileSkill(tag=skill) for skill in Skill.objects.filter(slug__in=record["skills"])
    ]
    page.texts = [text(language, *parts) for language, parts in record["texts"].items()]
    page.realisations = [
        realisation(manner, f"{record['slug']}-{number}", *parts)
        for number, parts in enumerate(record["realisations"], start=1)
    ]
    page.team = [TeamMember(name=name, role=role) for name, role in record.get("team", [])]
    page.links = [ProfileLink(label=label, url=url) for label, url in record["links"]]
    return DirectoryPage.objects.get(locale=locale).add_child(instance=page)


def text(language: str, headline: str, body: str, competences: str = "", projects: str = ""):
    return ProfileText(
        language=language,
        headline=headline,
        body=body,
        competences=competences,
        projects=projects,
    )


def realisation(manner, word, title, role, client, year, description, pictures) -> Realisation:
    images = [picture(manner, f"{word}-{number}") for number in range(1, pictures + 1)]
    return Realisation(
        title=title,
        role=role,
        client=client,
        year=year,
        description=description,
        images=json.dumps(
            [
                {
                    "type": "image",
                    "value": {
                        "image": image.pk,
                        "alt_text": f"{title} : {DESCRIPTIONS[manner].lower()}",
                        "decorative": False,
                    },
                }
                for image in images
            ]
        ),
    )


def picture(manner: str, word: str, *, decorative: bool = False):
    """Drawn once: a picture of this title that is there already is used again."""
    images = get_image_model()._default_manager
    if found := images.filter(title=word).first():
        return found
    # Pixels and nothing else, written just now: cleaning would only write them a second time.
    file = CleanedPicture(draw(manner, word), name=f"{word}.jpg")
    return images.create(
        title=word,
        file=file,
        description="" if decorative else DESCRIPTIONS[manner],
        decorative=decorative,
        collection=members_collection(),
    )


def location(record: dict[str, Any]) -> str:
    """Where the record's metres east and north of its locality's centre lead; "" without one."""
    place = by_name(record["locality"])
    if place is None:
        return ""
    east, north = record["offset"]
    latitude = place.point.latitude
    a_degree_east = METRES_A_DEGREE * math.cos(math.radians(latitude))
    return format_location(
        Point(place.point.longitude + east / a_degree_east, latitude + north / METRES_A_DEGREE)
    )
