import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import transaction

from cluster.accounts.demo import person
from directory import membership
from directory.models import ProfilePage, Skill

from .writing import write

HERE = Path(__file__).parent


def load(say: Callable[[str], None]) -> None:
    """Makes the skills and profiles that are missing; those that are there stay as they are."""
    plant_skills()
    there = set(ProfilePage.objects.values_list("slug", flat=True))
    missing = [profile for profile in profiles() if profile["slug"] not in there]
    for number, profile in enumerate(missing, start=1):
        place(profile)
        if number % 10 == 0 or number == len(missing):
            say(f"{number} of {len(missing)} profiles")


def profiles() -> list[dict[str, Any]]:
    """Every profile of the files, those to be published first."""
    files = sorted((HERE / "profiles").glob("*.json"))
    found = [profile for file in files for profile in json.loads(file.read_text())]
    return sorted(found, key=lambda profile: "state" in profile)


def plant_skills() -> None:
    there = set(Skill.objects.values_list("slug", flat=True))
    Skill.objects.bulk_create(
        Skill(slug=slug, name=names["fr"], names=names)
        for slug, names in json.loads((HERE / "skills.json").read_text()).items()
        if slug not in there
    )


@transaction.atomic
def place(profile: dict[str, Any]) -> None:
    """Live at once, or, where the file names a state, as far as its member has come."""
    state = profile.get("state")
    owner = person(profile["member"], profile["name"]) if "member" in profile else None
    page = write(profile, owner)
    if not state:
        page.save_revision().publish()
    elif owner:
        page.save_revision(user=owner)
        if state == "waiting":
            membership.submit(page, by=owner)
