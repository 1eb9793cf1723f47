"""Reads that have a name."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce
from wagtail.models import ReferenceIndex

from cluster.core.sections import open_to_all

if TYPE_CHECKING:
    from .models import PriceListPage


class FigureQuerySet(models.QuerySet):
    def on(self, day: dt.date) -> Self:
        """Each figure with `current`, the value valid on `day`, or None; one query.

        Where periods overlap the latest begun comes last, so that `in_bulk` keeps that one.
        """
        begun = Q(values__valid_from__isnull=True) | Q(values__valid_from__lte=day)
        not_over = Q(values__valid_to__isnull=True) | Q(values__valid_to__gte=day)
        return (
            self.annotate(current=FilteredRelation("values", condition=begun & not_over))
            .select_related("current")
            .order_by("slug", F("current__valid_from").asc(nulls_first=True))
        )

    def with_value_of(self, day: dt.date) -> Self:
        """Each figure once, with `value_of_day`, the key of the value valid on `day`, and what
        lists sort and narrow by."""
        values = apps.get_model("resources", "FigureValue")._default_manager.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
            figure=OuterRef("pk"),
        )
        latest = values.order_by(F("valid_from").desc(nulls_last=True))
        return self.annotate(
            value_of_day=Subquery(latest.values("pk")[:1]),
            valid_from=Subquery(latest.values("valid_from")[:1]),
            next_review=Subquery(latest.values("next_review")[:1]),
        )

    def with_uses(self) -> Self:
        """`uses`: on how many pages and entries each is named, in a text or in a block."""
        key = Cast(OuterRef("pk"), models.CharField())
        kind = ContentType.objects.get_for_model(self.model)
        named = ReferenceIndex.objects.filter(to_content_type=kind, to_object_id=key)
        counted = (
            named.order_by()
            .values("to_object_id")
            .annotate(number=Count("object_id", distinct=True))
        )
        return self.annotate(uses=Coalesce(Subquery(counted.values("number")), 0))


class PriceRowQuerySet(models.QuerySet):
    def shown(self, minimum: int) -> Self:
        """Rows that may be published: enough observations, or a figure its source published."""
        return self.filter(Q(observations__isnull=True) | Q(observations__gte=minimum))

    def of_list(self, page: "PriceListPage") -> Self:
        """Its own rows, and those of its translations that anybody may read."""
        translations = open_to_all(page.get_translations()).values("pk")
        return self.filter(Q(page=page.pk) | Q(page__in=translations))

    def for_display(self) -> Self:
        return self.select_related("branch", "page__locale").order_by("page_id", "sort_order", "pk")
