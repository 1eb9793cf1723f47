"""Profiles as editors look for them, each question by its name."""

import datetime as dt
from typing import Self

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from wagtail.models import TaskState, WorkflowState
from wagtail.query import PageQuerySet

REMINDED_AFTER = dt.timedelta(days=365)
"""Since a profile was confirmed."""
FADED_AFTER = dt.timedelta(days=30)
"""Since the reminder: nobody is said not to answer who was not asked."""
LAPSED_AFTER = dt.timedelta(days=60)
"""Since it faded."""
OPEN = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
DECIDED = (TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED)


class ProfileQuerySet(PageQuerySet):
    def with_review(self) -> Self:
        """`review` is the open review's status or None, `is_edited` whether a later edit is open,
        `is_imported` whether it came from a file and nobody has taken it over: what would otherwise
        be asked of each."""
        edits = self.model._meta.get_field("later_edits").related_model.objects
        origins = self.model._meta.get_field("origin").related_model.objects
        return self.annotate(
            review=review_status(),
            is_edited=Exists(edits.filter(page=OuterRef("pk"), reviewed_at=None)),
            is_imported=Exists(origins.filter(page=OuterRef("pk"), claimed_at=None)),
        )

    def waiting(self) -> Self:
        """For an editor's decision, the longest waiting first; `waiting_since`, the revision
        `submitted`, and `decided`, the one an editor last decided on, if any."""
        current = _reviews().filter(status=WorkflowState.STATUS_IN_PROGRESS)
        decided = TaskState.objects.filter(_of_the_page("workflow_state__"), status__in=DECIDED)
        return (
            self.annotate(
                waiting_since=Subquery(current.values("current_task_state__started_at")[:1]),
                submitted=Subquery(current.values("current_task_state__revision_id")[:1]),
                decided=Subquery(decided.order_by("-finished_at", "-pk").values("revision_id")[:1]),
            )
            .filter(waiting_since__isnull=False)
            .order_by("waiting_since", "pk")
        )

    def to_be_changed(self) -> Self:
        """Sent back by an editor, and not sent again yet."""
        return self.filter(Exists(_reviews().filter(status=WorkflowState.STATUS_NEEDS_CHANGES)))

    def drafts(self) -> Self:
        """Never public and never sent."""
        return self._resting().filter(first_published_at=None)

    def taken_off(self) -> Self:
        """Once public, and not any more."""
        return self._resting().filter(first_published_at__isnull=False)

    def edited(self) -> Self:
        """Public, and changed by their member since an editor looked."""
        return self.with_review().filter(is_edited=True)

    def not_confirmed_since(self, moment: dt.datetime) -> Self:
        return self.filter(live=True, confirmed_at__lt=moment)

    def to_be_reminded(self, now: dt.datetime) -> Self:
        return self.not_confirmed_since(now - REMINDED_AFTER).filter(reminded_at=None)

    def to_fade(self, now: dt.datetime) -> Self:
        return self.filter(live=True, faded_at=None, reminded_at__lte=now - FADED_AFTER)

    def to_lapse(self, now: dt.datetime) -> Self:
        return self.filter(live=True, faded_at__lte=now - LAPSED_AFTER)

    def imported(self) -> Self:
        """Brought in from a file, and not taken over by anybody."""
        return self.filter(origin__claimed_at=None, origin__isnull=False, member=None)

    def lapsed(self) -> Self:
        """Off the site because nobody confirmed them."""
        return self.filter(live=False, lapsed_at__isnull=False)

    def _resting(self) -> Self:
        return self.filter(~Exists(_reviews().filter(status__in=OPEN)), live=False)


def review_status() -> Subquery:
    """Of the open review of each page of a query, or None."""
    return Subquery(_reviews().filter(status__in=OPEN).values("status")[:1])


def _reviews() -> QuerySet[WorkflowState]:
    return WorkflowState.objects.filter(_of_the_page())


def _of_the_page(prefix: str = "") -> Q:
    """Of that in the outer query; a generic key is text on every database."""
    return Q(
        **{
            f"{prefix}base_content_type__app_label": "wagtailcore",
            f"{prefix}base_content_type__model": "page",
            f"{prefix}object_id": Cast(OuterRef("pk"), CharField()),
        }
    )
