import datetime as dt
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from cluster.accounts.demo import person
from directory import membership, thesaurus
from directory.models import ProfilePage, Skill

from . import credits
from .writing import write

HERE = Path(__file__).parent
DECIDED = ("nomenclature", "code", "first_claimed_at")


def load(say: Callable[[str], None]) -> None:
    """Makes the skills and profiles that are missing; those that are there stay as they are."""
    plant_skills()
    there = set(ProfilePage.objects.values_list("slug", flat=True))
    missing = [profile for profile in profiles() if profile["slug"] not in there]
    for number, profile in enumerate(missing, start=1):
        place(profile)
        if number % 10 == 0 or number == len(missing):
            say(f"{number} of {len(missing)} profiles")
    credits.give()


def profiles() -> list[dict[str, Any]]:
    """Every profile of the files, those to be published first."""
    files = sorted((HERE / "profiles").glob("*.json"))
    found = [profile for file in files for profile in json.loads(file.read_text())]
    return sorted(found, key=lambda profile: "state" in profile)


def age_of(slug: str) -> dt.timedelta:
    """Spread over two years, as in a directory that grew."""
    return dt.timedelta(days=zlib.crc32(slug.encode()) % 700)


def plant_skills() -> None:
    there = set(Skill.objects.values_list("slug", flat=True))
    names, synonyms, codes = (
        json.loads((HERE / f"{name}.json").read_text())
        for name in ("skills", "synonyms", "nomenclatures")
    )
    Skill.objects.bulk_create(
        Skill(
            slug=slug,
            name=names[slug]["fr"],
            names=names[slug],
            synonyms=synonyms.get(slug, {}),
            **dict(
                zip(("nomenclature", "code", "first_claimed_at"), codes.get(slug, ()), strict=False)
            ),
        )
        for slug in names
        if slug not in there
    )
    thesaurus.WRITTEN.move()


@transaction.atomic
def place(profile: dict[str, Any]) -> None:
    """Live at once, or, where the file names a state, as far as its member has come."""
    state = profile.get("state")
    owner = person(profile["member"], profile["name"]) if "member" in profile else None
    page = write(profile, owner)
    if not state:
        page.first_published_at = timezone.now() - age_of(profile["slug"])
        page.save_revision().publish()
    elif owner:
        page.save_revision(user=owner)
        if state == "waiting":
            membership.submit(page, by=owner)
