"""What a profile lacks: what it must have to be submitted, and what is worth adding next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import ProfileLink, ProfilePage, ProfileSkill, ProfileText, Realisation

THIN = 6
"""With fewer of the items a public profile is thin: it says little more than a name and a place."""


def _rows(model: type[Model], **conditions: Any) -> QuerySet:
    return model._default_manager.filter(page=OuterRef("pk"), **conditions).order_by()


def _two_works() -> QuerySet:
    return _rows(Realisation).values("page").annotate(works=Count("pk")).filter(works__gt=1)


def _branches() -> QuerySet:
    return ProfilePage.branches.through.objects.filter(profilepage=OuterRef("pk"))


@dataclass(frozen=True, slots=True)
class Item:
    name: str
    """The section of the editor where it is added."""
    advice: Promise
    there: Callable[[ProfilePage], Any]
    stored: Callable[[], Q | Exists]
    """The same question, asked of the rows of a stored profile."""
    required: bool = False


ITEMS = (
    Item(
        "text",
        _("Say in one sentence what you do"),
        lambda p: p.texts.all(),
        lambda: Exists(_rows(ProfileText)),
        required=True,
    ),
    Item(
        "skills",
        _("Choose your branches"),
        lambda p: p.branches.all(),
        lambda: Exists(_branches()),
        required=True,
    ),
    Item(
        "place",
        _("Say where you are"),
        lambda p: p.locality or p.location,
        lambda: ~Q(locality="", location=""),
        required=True,
    ),
    Item(
        "works",
        _("Show a piece of your work"),
        lambda p: p.realisations.all(),
        lambda: Exists(_rows(Realisation)),
    ),
    Item(
        "works",
        _("Add a picture to your work"),
        lambda p: any(work.images for work in p.realisations.all()),
        lambda: Exists(_rows(Realisation).exclude(images=[])),
    ),
    Item(
        "portrait",
        _("Add a portrait or a logo"),
        lambda p: p.image_id,
        lambda: Q(image__isnull=False),
    ),
    Item(
        "text",
        _("Tell more about you"),
        lambda p: any(text.body for text in p.texts.all()),
        lambda: Exists(_rows(ProfileText).exclude(body="")),
    ),
    Item(
        "skills",
        _("Add your skills: people search for them"),
        lambda p: p.skills.all(),
        lambda: Exists(ProfileSkill.objects.filter(content_object=OuterRef("pk"))),
    ),
    Item(
        "availability",
        _("Say which languages you speak"),
        lambda p: p.languages,
        lambda: ~Q(languages=[]),
    ),
    Item(
        "works",
        _("Show a second piece of your work"),
        lambda p: len(p.realisations.all()) > 1,
        lambda: Exists(_two_works()),
    ),
    Item(
        "links",
        _("Link your website or your networks"),
        lambda p: p.links.all(),
        lambda: Exists(_rows(ProfileLink)),
    ),
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


def with_completeness(pages: QuerySet) -> QuerySet:
    """Each with `done`, how many of the items it has, at no query of its own."""
    counts = [
        Case(When(item.stored(), then=Value(1)), default=0, output_field=IntegerField())
        for item in ITEMS
    ]
    return pages.annotate(done=sum(counts[1:], start=counts[0]))


def thin(pages: QuerySet) -> QuerySet:
    """Public, and with little to see; the emptiest first."""
    return with_completeness(pages).filter(live=True, done__lt=THIN).order_by("done", "title")
