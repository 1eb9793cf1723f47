"""Reads that have a name."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, FilteredRelation, Q


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


class PriceRowQuerySet(models.QuerySet):
    def shown(self, minimum: int) -> Self:
        """Rows that may be published: enough observations, or a figure its source published."""
        return self.filter(Q(observations__isnull=True) | Q(observations__gte=minimum))

    def of_lists(self, translation_keys: Iterable[uuid.UUID]) -> Self:
        return self.filter(page__translation_key__in=translation_keys, page__live=True)

    def for_display(self) -> Self:
        return self.select_related("branch", "page__locale").order_by("page_id", "sort_order", "pk")
