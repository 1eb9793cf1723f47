"""What a profile lacks: what it must have to be submitted, and what is worth adding next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import ProfilePage


@dataclass(frozen=True, slots=True)
class Item:
    name: str
    """The section of the editor where it is added."""
    advice: Promise
    there: Callable[[ProfilePage], Any]
    required: bool = False


ITEMS = (
    Item(
        "text",
        _("Say in one sentence what you do"),
        lambda p: p.texts.all(),
        required=True,
    ),
    Item("skills", _("Choose your branches"), lambda p: p.branches.all(), required=True),
    Item("place", _("Say where you are"), lambda p: p.locality or p.location, required=True),
    Item("works", _("Show a piece of your work"), lambda p: p.realisations.all()),
    Item(
        "works",
        _("Add a picture to your work"),
        lambda p: any(work.images for work in p.realisations.all()),
    ),
    Item("portrait", _("Add a portrait or a logo"), lambda p: p.image_id),
    Item("text", _("Tell more about you"), lambda p: any(text.body for text in p.texts.all())),
    Item("skills", _("Add your skills: people search for them"), lambda p: p.skills.all()),
    Item("availability", _("Say which languages you speak"), lambda p: p.languages),
    Item(
        "works",
        _("Show a second piece of your work"),
        lambda p: len(p.realisations.all()) > 1,
    ),
    Item("links", _("Link your website or your networks"), lambda p: p.links.all()),
)


@dataclass(frozen=True, slots=True)
class Completeness:
    done: int
    total: int
    next: Item | None

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.total)


def completeness_of(page: ProfilePage) -> Completeness:
    open_items = [item for item in ITEMS if not item.there(page)]
    return Completeness(
        done=len(ITEMS) - len(open_items),
        total=len(ITEMS),
        next=open_items[0] if open_items else None,
    )


def missing(page: ProfilePage) -> list[Item]:
    """What it must have before it can be submitted."""
    return [item for item in ITEMS if item.required and not item.there(page)]
