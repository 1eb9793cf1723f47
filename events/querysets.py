"""Events as they are read, each question by its name."""

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from wagtail.models import Page, PageQuerySet

from cluster.core.sections import open_to_all, with_address

from .choices import RegistrationMode, State
from .in_lists import COLUMNS as IN_A_LIST
from .programme import knowing_programmes

if TYPE_CHECKING:
    from .models import EventPage, EventSeats

IN_A_CALENDAR = ("pk", "title", "url_path", "state", "branch_slugs")
SOON = dt.timedelta(weeks=4)


class EventQuerySet(PageQuerySet):
    def seen(self) -> Self:
        """Those with an address, and open to everyone."""
        return open_to_all(self)

    def in_language(self, language: str) -> Self:
        """Each event once: in this language, else in the first site language that anybody may
        read it in."""
        codes = [language, *(code for code, _name in settings.LANGUAGES if code != language)]
        rank = models.Case(
            *(models.When(locale__language_code=code, then=i) for i, code in enumerate(codes)),
            default=len(codes),
        )
        better = (
            open_to_all(self.model._default_manager.all())
            .filter(translation_key=models.OuterRef("translation_key"), alias_of=None)
            .annotate(rank=rank)
            .filter(rank__lt=models.OuterRef("rank"))
        )
        return self.filter(alias_of=None).annotate(rank=rank).filter(~models.Exists(better))

    def few_seats_taken(self, now: dt.datetime) -> Self:
        """Those that begin within four weeks and have less than a third of their seats taken."""
        return self.live().filter(
            state=State.ANNOUNCED,
            registration=RegistrationMode.HERE,
            first_start__range=(now, now + SOON),
            seats__capacity__gt=models.F("seats__taken") * 3,
        )

    def for_lists(self) -> "models.QuerySet[Any, Any]":
        """What a list shows of each, as rows: see `events.in_lists`."""
        return self.values_list(*IN_A_LIST, named=True)

    def for_days(self) -> "models.QuerySet[Any, Any]":
        """What a month shows of each, as rows."""
        return self.values_list(*IN_A_CALENDAR, named=True)

    def for_calendars(self) -> Self:
        """With what a calendar says of each: three queries, whatever the number."""
        events = self.select_related("locale", "seats")
        return events.prefetch_related(prefetch_sessions(self.model), self._people())

    def public_at(self, agenda: Page, slug: str) -> "EventPage | None":
        """The live event below an agenda, its `versions` set; two languages, one query."""
        here = self.live().child_of(agenda).filter(slug=slug)
        versions = list(
            with_address(self)
            .filter(translation_key__in=here.values("translation_key"))
            .for_details()
        )
        found = [one for one in versions if one.slug == slug and one.is_child_of(agenda)]
        for event in found:
            event.versions = versions
        return next(iter(found), None)

    def for_registration(self, seats: "EventSeats", language: str) -> "EventPage | None":
        """The live version somebody who registered in this language reads; of one that is closed
        too, for they may have registered behind the door."""
        versions = with_address(self).filter(translation_key=seats.translation_key)
        versions = versions.in_language(language)
        return versions.order_by("rank").for_calendars().first()

    def named(self, slug: str, language: str) -> "EventPage | None":
        """The event of this slug: in this language, else in the first that has one."""
        codes = [language, *(code for code, _name in settings.LANGUAGES if code != language)]
        found = {one.locale.language_code: one for one in self.filter(slug=slug).for_details()}
        return next((found[code] for code in codes if code in found), None)

    def for_details(self) -> Self:
        """With what an event's own page shows."""
        events = knowing_programmes(self).select_related("locale", "seats", "image")
        return events.prefetch_related(prefetch_sessions(self.model), "branches", self._people())

    def _people(self) -> models.Prefetch:
        people = self.model._meta.get_field("people").related_model.objects
        return models.Prefetch("people", queryset=people.select_related("profile__listing"))


def prefetch_sessions(events: type[models.Model]) -> models.Prefetch:
    """Each with its seats, which it has where people register for one."""
    sessions: Any = events._meta.get_field("sessions").related_model
    return models.Prefetch("sessions", queryset=sessions.objects.select_related("seats"))
