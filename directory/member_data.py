"""A member's profile as data to take along, and how it goes for good."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from wagtail.images import get_image_model

from .models import ProfilePage

if TYPE_CHECKING:
    from cluster.accounts.models import User

    from .models.credit import CreditQuerySet

FIELDS = (
    "title",
    "kind",
    "languages",
    "availability",
    "locality",
    "address",
    "location",
    "precision",
    "contact_email",
    "live",
    "first_published_at",
    "last_published_at",
    "confirmed_at",
)
LISTS = {
    "texts": ("language", "headline", "body", "competences", "projects"),
    "realisations": ("title", "role", "client", "year", "description", "url"),
    "team": ("name", "role"),
    "links": ("label", "url"),
}


def data_of(draft: ProfilePage | None) -> dict[str, Any] | None:
    """All of the latest draft, private parts included; None where there is no profile."""
    if draft is None:
        return None
    data = {name: getattr(draft, name) for name in FIELDS}
    data["branches"] = [branch.slug for branch in draft.branches.all()]
    data["skills"] = [skill.name for skill in draft.skills.all()]
    for relation, names in LISTS.items():
        data[relation] = [
            {name: getattr(item, name) for name in names} for item in getattr(draft, relation).all()
        ]
    for work, row in zip(draft.realisations.all(), data["realisations"], strict=True):
        row["pictures"] = [
            {"file": _name(block.value), "alt": block.value.contextual_alt_text}
            for block in work.images
        ]
        row["credits"] = _said(draft.credits_given.filter(work=work.key), "credited")
    data["credited"] = _said(draft.credits_received.filter(asked_at__isnull=False), "owner")
    return data


def _said(credits: "CreditQuerySet", other: str) -> list[dict[str, Any]]:
    """Each with its work's title where that is another's."""
    names = [name for name in ("title", "part", "answer") if name != "title" or other == "owner"]
    return [
        {"profile": getattr(credit, other).title, **{name: getattr(credit, name) for name in names}}
        for credit in credits.select_related(other)
    ]


def files_of(draft: ProfilePage | None) -> dict[str, bytes]:
    """Every picture the member uploaded, by its name."""
    if draft is None:
        return {}
    files = {}
    for image in _pictures(draft.member):
        with image.file.open("rb") as file:
            files[_name(image)] = file.read()
    return files


def erase(user: "User") -> None:
    """The profile with its history, and the pictures the member uploaded."""
    for page in ProfilePage.objects.filter(member=user):
        page.delete()
    for image in _pictures(user):
        image.delete()


def _pictures(user: "User | None"):
    return get_image_model().objects.filter(uploaded_by_user=user).order_by("pk")


def _name(image) -> str:
    return f"{image.pk}-{Path(image.file.name).name}"
