"""Opportunities as they are read, each question by its name."""

import datetime as dt
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from wagtail.models import WorkflowState
from wagtail.query import PageQuerySet

from directory.querysets import review_status
from directory.words import words

if TYPE_CHECKING:
    from cluster.accounts.models import User


class ListingQuerySet(models.QuerySet):
    def open(self, today: dt.date) -> Self:
        """Those that can be answered: not filled, and not past their last day."""
        return self.filter(is_filled=False, deadline__gte=today)

    def with_term(self, facet: str, *values: str) -> Self:
        """With any of the values."""
        terms: Any = self.model._meta.get_field("terms").related_model
        having = terms.objects.filter(facet=facet, value__in=values)
        return self.filter(pk__in=having.values("listing"))

    def saying(self, text: str) -> Self:
        """With words that begin as every word of the text does; accents and case ignored."""
        found = self
        for word in words(text):
            found = found.filter(search_text__contains=f" {word}")
        return found

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")


class OpportunityQuerySet(PageQuerySet):
    """As posters and editors look for them; the public reads listings."""

    def of(self, user: "User") -> Self:
        return self.filter(owner=user).order_by("-latest_revision_created_at", "-pk")

    def with_review(self) -> Self:
        """`review` is the open review's status or None: what each row would otherwise ask."""
        return self.annotate(review=review_status())

    def waiting(self) -> Self:
        """For an editor's decision, the longest waiting first."""
        in_progress = WorkflowState.STATUS_IN_PROGRESS
        return self.with_review().filter(review=in_progress).order_by("submitted_at", "pk")

    def ending(self, *, by: dt.date, today: dt.date) -> Self:
        """Open ones whose last day comes by then, whose poster was not reminded of it yet."""
        soon = self.filter(live=True, filled_at=None, deadline__range=(today, by))
        return soon.filter(reminded_at=None)

    def ended(self, today: dt.date) -> Self:
        """Past their last day, and their poster was not told yet."""
        return self.filter(live=True, filled_at=None, deadline__lt=today, expired_at=None)

    def standing(self, state: str, today: dt.date) -> Self:
        """Those in a state, by its stored name; of open ones, with a change under review or not."""
        found = self.with_review()
        shown, hidden = found.filter(live=True), found.filter(live=False)
        return {
            "draft": hidden.filter(review=None, first_published_at=None),
            "waiting": found.filter(review=WorkflowState.STATUS_IN_PROGRESS),
            "rejected": found.filter(review=WorkflowState.STATUS_NEEDS_CHANGES),
            "open": shown.filter(filled_at=None, deadline__gte=today),
            "expired": shown.filter(filled_at=None, deadline__lt=today),
            "filled": shown.exclude(filled_at=None),
            "withdrawn": hidden.filter(review=None).exclude(first_published_at=None),
        }[state]
