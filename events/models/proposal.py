"""An event that a member proposes, and its review by the editors."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from directory.models.review import EditorsReview
from directory.querysets import review_status

from .event import EventPage

if TYPE_CHECKING:
    from cluster.accounts.models import User

REVIEWED = {
    "waiting": WorkflowState.STATUS_IN_PROGRESS,
    "rejected": WorkflowState.STATUS_NEEDS_CHANGES,
}


class EventReview(EditorsReview):
    """A proposed event, and every later change by its proposer, waits for an editor."""

    class Meta:
        verbose_name = _("review of proposed events")
        verbose_name_plural = _("reviews of proposed events")

    @classmethod
    def get_description(cls):
        return _("Editors approve an event that a member proposes before it is in the agenda.")


class ProposalQuerySet(models.QuerySet):
    def of(self, member: "User") -> "ProposalQuerySet":
        """The one last written first, each with its page."""
        found = self.filter(member=member).select_related("page__locale")
        return found.order_by("-page__latest_revision_created_at", "-pk")

    def with_review(self) -> "ProposalQuerySet":
        """`review` is the open review's status or None: what each row would otherwise ask."""
        page = EventPage.objects.filter(pk=models.OuterRef("page_id"))
        return self.annotate(review=models.Subquery(page.values(review=review_status())[:1]))


class EventProposal(models.Model):
    """Apart from the page, so that no revision, copy or translation takes it along. `key` is that
    of the form it was written in; `submitted_at` is set while its proposer waits for a word."""

    page = models.OneToOneField(EventPage, on_delete=models.CASCADE, related_name="proposal")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="event_proposals"
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    proposed_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True)

    objects = ProposalQuerySet.as_manager()

    def __str__(self) -> str:
        return self.page.draft_title


def in_review(state: str) -> models.QuerySet[EventPage]:
    """The proposed events that are `waiting` for an editor or were `rejected`, the longest waiting
    first."""
    proposed = EventPage.objects.filter(proposal__isnull=False).annotate(review=review_status())
    found = proposed.filter(review=REVIEWED[state]).select_related("proposal__member")
    return found.order_by("proposal__submitted_at", "pk")
