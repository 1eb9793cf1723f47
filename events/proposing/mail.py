"""What who proposes an event, and the editors, are told by mail, each in their language."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import page_published, page_unpublished, task_submitted, workflow_rejected

from cluster.accounts.mail import letter, send
from directory.review_mail import is_review

from ..models import EventPage, EventProposal, EventReview


def tell(proposal: EventProposal, template: str, **context: Any) -> None:
    """Mails its proposer `events/mail/<template>.txt`, whose first line is the subject, once what
    happened is sure to have happened."""
    member = proposal.member
    if not member.is_active:
        return
    path = reverse("my_proposal", args=[proposal.pk])
    context |= {"title": proposal.page.draft_title, "link": settings.BASE_URL + path}
    transaction.on_commit(partial(_write, member.email, member.language, template, context))


def tell_of_publication(instance: EventPage, **_kwargs: Any) -> None:
    """Once for each time its proposer waited for an editor's word."""
    proposal = _proposal_of(instance)
    if proposal and proposal.submitted_at:
        EventProposal.objects.filter(pk=proposal.pk).update(submitted_at=None)
        tell(proposal, "proposal_announced", url=settings.BASE_URL + instance.link)


def tell_of_withdrawal(instance: EventPage, **_kwargs: Any) -> None:
    """By an editor: who proposed it can only cancel it."""
    if proposal := _proposal_of(instance):
        tell(proposal, "proposal_taken_off")


def tell_of_rejection(sender: Any, instance: WorkflowState, **_kwargs: Any) -> None:
    if is_review(instance, EventReview) and (proposal := _proposal_of(instance.content_object)):
        tell(proposal, "proposal_rejected", reason=instance.current_task_state.comment)


def tell_of_submission(sender: Any, instance: TaskState, **_kwargs: Any) -> None:
    """When it is sent, not again when its proposer saves a word meanwhile."""
    review = instance.workflow_state
    if not is_review(review, EventReview):
        return
    earlier = review.task_states.exclude(pk=instance.pk).order_by("-pk").first()
    if earlier and earlier.status == TaskState.STATUS_CANCELLED:
        return
    if proposal := _proposal_of(review.content_object):
        tell(proposal, "proposal_received")
    draft = review.content_object.specific.get_latest_revision_as_object()
    url = settings.BASE_URL + reverse("wagtailadmin_pages:edit", args=[draft.pk])
    groups = instance.task.specific.groups.all()
    editors = get_user_model().objects.filter(groups__in=groups, is_active=True).distinct()
    context = {"title": draft.title, "url": url}
    for email, language in editors.values_list("email", "language"):
        transaction.on_commit(partial(_write, email, language, "proposal_waiting", dict(context)))


def connect() -> None:
    page_published.connect(tell_of_publication, sender=EventPage)
    page_unpublished.connect(tell_of_withdrawal, sender=EventPage)
    workflow_rejected.connect(tell_of_rejection)
    task_submitted.connect(tell_of_submission)


def _proposal_of(page: Any) -> EventProposal | None:
    found = EventProposal.objects.filter(page_id=page.pk)
    return found.select_related("member", "page").first()


def _write(to: str, language: str, template: str, context: dict[str, Any]) -> None:
    said = letter(f"events/mail/{template}.txt", context, language=language)
    send.enqueue(**said, to=to)
