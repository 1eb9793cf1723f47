"""Events as they are read, each question by its name."""

import datetime as dt
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Cast
from wagtail.models import Page, PageQuerySet

from cluster.core.sections import open_to_all, with_address
from cluster.geo.boxes import Box
from cluster.geo.gazetteer import fold
from cluster.geo.points import Point
from directory import ordering

from .choices import Format, RegistrationMode, State
from .programme import knowing_programmes

if TYPE_CHECKING:
    from .models import EventPage, EventSeats

SOON = dt.timedelta(weeks=4)


class SessionQuerySet(models.QuerySet):
    def between(self, after: dt.datetime | None, before: dt.datetime | None) -> Self:
        """In a stretch of time, partly at least; one without length is in it at its beginning."""
        not_over = models.Q(end__gt=after) | models.Q(end=models.F("start"), end__gte=after)
        found = self if after is None else self.filter(not_over)
        return found if before is None else found.filter(start__lt=before)


class EventQuerySet(PageQuerySet):
    def seen(self) -> Self:
        """Those with an address, and open to everyone."""
        return open_to_all(self)

    def upcoming(self, now: dt.datetime) -> Self:
        """Not over yet, by the next session; one under way counts."""
        return self.with_session(after=now).order_by("shown_start", "pk")

    def with_session(
        self, *, after: dt.datetime | None = None, before: dt.datetime | None = None
    ) -> Self:
        """With a session in a stretch of time; `shown_start` is the first one's beginning."""
        return self._with_shown(after, before, "start")

    def with_latest_session(self, *, before: dt.datetime) -> Self:
        """With a session before a moment; `shown_start` is the last one's beginning."""
        return self._with_shown(None, before, "-start")

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

    def in_branches(self, slugs: list[str]) -> Self:
        """In any of them."""
        through = self.model.branches.through
        in_one = through.objects.filter(eventpage_id=models.OuterRef("pk"), branch__slug__in=slugs)
        return self.filter(models.Exists(in_one))

    def spoken_in(self, codes: list[str]) -> Self:
        """In any of these languages, by their codes; kept as a list, which SQLite cannot search."""
        spoken = self.alias(spoken=Cast("languages", models.TextField()))
        wanted = (models.Q(spoken__contains=f'"{code}"') for code in codes)
        return spoken.filter(reduce(or_, wanted))

    def online(self) -> Self:
        """Those that can be attended from anywhere, be they on site as well."""
        return self.filter(format__in=(Format.ONLINE, Format.HYBRID))

    def on_the_map(self) -> Self:
        return self.filter(longitude__isnull=False).exclude(format=Format.ONLINE)

    def near(self, centre: Point, radius_km: float) -> Self:
        return ordering.within(self, centre, radius_km)

    def inside(self, box: Box) -> Self:
        return self.filter(
            longitude__range=(box.west, box.east), latitude__range=(box.south, box.north)
        )

    def saying(self, text: str) -> Self:
        """With every word of the text, accents and case ignored."""
        found = self
        for word in text.split():
            found = found.filter(search_text__contains=fold(word))
        return found

    def few_seats_taken(self, now: dt.datetime) -> Self:
        """Those that begin within four weeks and have less than a third of their seats taken."""
        return self.live().filter(
            state=State.ANNOUNCED,
            registration=RegistrationMode.HERE,
            first_start__range=(now, now + SOON),
            seats__capacity__gt=models.F("seats__taken") * 3,
        )

    def for_cards(self) -> Self:
        """With what a list shows of each: two queries, whatever the number."""
        return self.select_related("locale", "seats").prefetch_related(sessions_of(self.model))

    def for_calendars(self) -> Self:
        """With what a calendar says of each: three queries, whatever the number."""
        return self.for_cards().prefetch_related(self._people())

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
        return events.prefetch_related(sessions_of(self.model), "branches", self._people())

    def in_time(self, after: dt.datetime | None, before: dt.datetime | None) -> Self:
        """With a session in a stretch of time, for counting: a stretch without an end hardly
        needs a look at the sessions."""
        events, sessions = self._in_time(after, before)
        if after is None:
            return events
        fits = models.Q(models.Exists(sessions))
        return events.filter(fits if before else models.Q(last_end__gt=after) | fits)

    def _people(self) -> models.Prefetch:
        people = self.model._meta.get_field("people").related_model.objects
        return models.Prefetch("people", queryset=people.select_related("profile__listing"))

    def _with_shown(
        self, after: dt.datetime | None, before: dt.datetime | None, order: str
    ) -> Self:
        events, sessions = self._in_time(after, before)
        shown = models.Subquery(sessions.order_by(order).values("start")[:1])
        return events.annotate(shown_start=shown).filter(shown_start__isnull=False)

    def _in_time(
        self, after: dt.datetime | None, before: dt.datetime | None
    ) -> tuple[Self, models.QuerySet]:
        """The events of which some session may fit, and an event's sessions that do."""
        sessions = self.model._meta.get_field("sessions").related_model.objects
        inner = sessions.filter(page=models.OuterRef("pk")).between(after, before)
        events = self
        if after is not None:
            events = events.filter(last_end__gte=after)
        if before is not None:
            events = events.filter(first_start__lt=before)
        return events, inner


def sessions_of(events: type[models.Model]) -> models.Prefetch:
    """Each with its seats, which it has where people register for one."""
    sessions: Any = events._meta.get_field("sessions").related_model
    return models.Prefetch("sessions", queryset=sessions.objects.select_related("seats"))
