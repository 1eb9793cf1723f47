"""Events as they are read, each question by its name."""

import datetime as dt
import math
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from wagtail.models import Page, PageQuerySet

from cluster.core.sections import open_to_all
from cluster.geo.boxes import box_around
from cluster.geo.gazetteer import fold
from cluster.geo.points import Point

if TYPE_CHECKING:
    from .models import EventPage, EventSeats

KM_PER_DEGREE = 111.195


class EventQuerySet(PageQuerySet):
    def seen(self) -> Self:
        """Live, and open to everyone."""
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
        """Each event once: in this language, else in the first site language it exists in."""
        codes = [language, *(code for code, _name in settings.LANGUAGES if code != language)]
        rank = models.Case(
            *(models.When(locale__language_code=code, then=i) for i, code in enumerate(codes)),
            default=len(codes),
        )
        better = (
            self.model._default_manager.live()
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

    def near(self, centre: Point, radius_km: float) -> Self:
        box = box_around(centre, radius_km)
        squeeze = math.cos(math.radians(centre.latitude))
        north = models.F("latitude") - centre.latitude
        east = (models.F("longitude") - centre.longitude) * squeeze
        return (
            self.filter(
                longitude__range=(box.west, box.east), latitude__range=(box.south, box.north)
            )
            .annotate(
                square=models.ExpressionWrapper(
                    north * north + east * east, output_field=models.FloatField()
                )
            )
            .filter(square__lte=(radius_km / KM_PER_DEGREE) ** 2)
        )

    def saying(self, text: str) -> Self:
        """With every word of the text, accents and case ignored."""
        found = self
        for word in text.split():
            found = found.filter(search_text__contains=fold(word))
        return found

    def for_cards(self) -> Self:
        """With what a list shows of each: two queries, whatever the number."""
        return self.select_related("locale", "seats").prefetch_related("sessions")

    def public_at(self, agenda: Page, slug: str) -> "EventPage | None":
        """The live event below an agenda, its `versions` set; two languages, one query."""
        here = self.live().child_of(agenda).filter(slug=slug)
        versions = list(
            self.live().filter(translation_key__in=here.values("translation_key")).for_details()
        )
        found = [one for one in versions if one.slug == slug and one.is_child_of(agenda)]
        for event in found:
            event.versions = versions
        return next(iter(found), None)

    def for_registration(self, seats: "EventSeats", language: str) -> "EventPage | None":
        """The live version somebody who registered in this language reads."""
        return self.live().filter(seats=seats).in_language(language).for_cards().first()

    def named(self, slug: str, language: str) -> "EventPage | None":
        """The event of this slug: in this language, else in the first that has one."""
        codes = [language, *(code for code, _name in settings.LANGUAGES if code != language)]
        found = {one.locale.language_code: one for one in self.filter(slug=slug).for_details()}
        return next((found[code] for code in codes if code in found), None)

    def for_details(self) -> Self:
        """With what an event's own page shows."""
        return self.select_related("locale", "seats", "image").prefetch_related(
            "sessions",
            "branches",
            models.Prefetch(
                "people",
                queryset=self.model._meta.get_field("people").related_model.objects.select_related(
                    "profile__listing"
                ),
            ),
        )

    def _with_shown(
        self, after: dt.datetime | None, before: dt.datetime | None, order: str
    ) -> Self:
        sessions = self.model._meta.get_field("sessions").related_model.objects.filter(
            page=models.OuterRef("pk")
        )
        events = self
        if after is not None:
            sessions = sessions.filter(
                models.Q(end__gt=after) | models.Q(end=models.F("start"), end__gte=after)
            )
            events = events.filter(last_end__gte=after)
        if before is not None:
            sessions = sessions.filter(start__lt=before)
            events = events.filter(first_start__lt=before)
        shown = models.Subquery(sessions.order_by(order).values("start")[:1])
        return events.annotate(shown_start=shown).filter(shown_start__isnull=False)
