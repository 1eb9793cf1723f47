"""A festival, an award, a week of something: an event that others are part of."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict

if TYPE_CHECKING:
    from .querysets import EventQuerySet

MOST_ASKED = 5


@dataclass(frozen=True, slots=True)
class Programme:
    """`key` is that of all translations of its page."""

    slug: str
    title: str
    key: UUID


def programmes_in(
    params: QueryDict, events: "EventQuerySet", language: str
) -> dict[str, Programme]:
    """Those the address asks for that exist, by their slug in any language. No query where it asks
    for none."""
    slugs = [slug for slug in params.getlist("programme") if slug.isprintable()][:MOST_ASKED]
    if not slugs:
        return {}
    found = events.filter(slug__in=slugs, translation_key__in=_rows(events).values(KEY_OF_PAGE))
    pages = found.select_related("locale").order_by("pk")
    own_last = sorted(pages, key=lambda page: page.locale.language_code == language)
    return {page.slug: Programme(page.slug, page.title, page.translation_key) for page in own_last}


def knowing_programmes(events: "EventQuerySet") -> "EventQuerySet":
    """Each with whether it has a programme and whether it is part of one, so that the page of one
    that is neither asks nothing more."""
    public, key = _rows(events).filter(page__live=True), OuterRef("translation_key")
    return events.annotate(
        has_programme=Exists(public.filter(page__translation_key=key)),
        is_part=Exists(public.filter(event__translation_key=key)),
    )


def of_programme(events: "EventQuerySet", key: UUID) -> "EventQuerySet":
    parts = _rows(events).filter(page__live=True, page__translation_key=key)
    return events.filter(translation_key__in=parts.values(KEY_OF_EVENT))


def programmes_with(events: "EventQuerySet", key: UUID) -> "EventQuerySet":
    """Those of the events that the one of this key is part of."""
    rows = _rows(events).filter(page__live=True, event__translation_key=key)
    return events.filter(translation_key__in=rows.values(KEY_OF_PAGE))


KEY_OF_PAGE, KEY_OF_EVENT = "page__translation_key", "event__translation_key"


def _rows(events: "EventQuerySet") -> QuerySet[Any]:
    field: Any = events.model._meta.get_field("programme")
    return field.related_model.objects.all()
