"""What the page of an event says of the programme it has, and of those it is part of."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from directory.vocabulary import every_branch

from .cards import Card, by_day, card_of, tags_of
from .dates import local
from .links import AgendaLinks
from .programme import Programme, of_programme, programmes_with
from .query import EventQuery
from .showing import Showing
from .states import standing_of_session

if TYPE_CHECKING:
    from .models import EventPage, EventSession

MOST_SESSIONS = 500
MOST_PROGRAMMES = 5


class ShownProgramme:
    """Of an event with what `for_details` fetches: no query where there is none, one for its
    programme, one for what it is part of; `language` is the reader's. Of a preview it is what the
    editor has chosen."""

    def __init__(self, event: "EventPage", language: str, *, preview: bool = False):
        self.event, self.language, self.preview = event, language, preview
        self._events = type(event).objects.seen().in_language(language)

    @cached_property
    def part_of(self) -> list["EventPage"]:
        if not self.event.is_part:
            return []
        found = programmes_with(self._events, self.event.translation_key)
        return list(found.select_related("locale").order_by("first_start", "pk")[:MOST_PROGRAMMES])

    @cached_property
    def sessions(self) -> list["EventSession"]:
        """In the order of time, those that are over too; of each event all, while the programme has
        no more than are shown."""
        if not self.event.has_programme:
            return []
        rows: Any = self.event._meta.get_field("sessions")
        events = of_programme(self._events, self.event.translation_key)
        if self.preview:
            chosen = type(self.event).objects.filter(
                pk__in=[row.event_id for row in self.event.programme.all()]
            )
            events = self._events.filter(translation_key__in=chosen.values("translation_key"))
        found = rows.related_model.objects.filter(page__in=events.values("pk"))
        found = found.select_related("page__seats", "seats").order_by("start", "pk")
        shown = list(found[:MOST_SESSIONS])
        pages: dict[int, Any] = {}
        for one in shown:
            one.page = pages.setdefault(one.page_id, one.page)
        for pk, page in pages.items():
            page.sessions.set([one for one in shown if one.page_id == pk])
        return shown

    @cached_property
    def events(self) -> list["EventPage"]:
        """Each once, by its first session."""
        return list({one.page_id: one.page for one in self.sessions}.values())

    @cached_property
    def cards(self) -> list[Card]:
        branches = {branch.slug: branch for branch in every_branch()} if self.sessions else {}
        tags = tags_of(branches)
        now = timezone.now()
        return [
            card_of(
                one.page,
                one,
                self.language,
                tags,
                standing=standing_of_session(one.page, one, now),
            )
            for one in self.sessions
        ]

    @property
    def days(self) -> list[tuple[dt.date, list[Card]]]:
        return by_day(self.cards, dt.date.min)

    @property
    def points(self) -> list[dict[str, Any]]:
        """Each event once, for the map that is drawn without scripts."""
        once = {card.event.pk: card.point for card in self.cards if card.event.is_on_the_map}
        return list(once.values())

    @cached_property
    def links(self) -> AgendaLinks:
        """From its first day on, so that nothing of it is left out once it has begun."""
        event = self.event
        first = local(self.sessions[0].start).date().isoformat()
        programme = Programme(event.slug, event.title, event.translation_key)
        given = (("programme", event.slug), ("from", first))
        query = EventQuery(programme=programme, given=given)
        address = event.sections_above[-1].url
        return AgendaLinks(
            address, asked=query, query=query, showing=Showing(), language=self.language
        )

    def as_schema_org(self) -> dict[str, Any]:
        return {
            "superEvent": [_named(one) for one in self.part_of],
            "subEvent": [_named(one) for one in self.events],
        }


def _named(event: "EventPage") -> dict[str, Any]:
    named = {
        "@type": "Event",
        "name": event.title,
        "url": f"{settings.BASE_URL}{event.link}",
        "startDate": local(event.first_start).isoformat() if event.first_start else "",
        "endDate": local(event.last_end).isoformat() if event.last_end else "",
        "location": event.venue or event.locality or "",
    }
    return {name: value for name, value in named.items() if value}
