"""What the poster of an opportunity and the editors are told by mail, each in their language."""

from functools import partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from cluster.accounts.mail import letter, send
from directory.review_mail import is_review

from .addresses import opportunity_url
from .links import link
from .models import OpportunityPage, OpportunityReview


def tell(page: OpportunityPage, template: str, **context) -> None:
    """Mails the poster `opportunities/mail/<template>.txt`, whose first line is the subject, once
    what happened is sure to have happened."""
    to = page.client_email or page.messages_go_to
    if to:
        url = settings.BASE_URL + opportunity_url(page.slug, page.mail_language)
        context |= {"title": page.title, "url": url, "link": link(page), "deadline": page.deadline}
        transaction.on_commit(partial(_write, to, page.mail_language, template, context))


def tell_of_publication(page: OpportunityPage) -> None:
    """Once for each time its poster waited for an editor's word."""
    if page.submitted_at:
        OpportunityPage.objects.filter(pk=page.pk).update(submitted_at=None)
        tell(page, "approved")


def tell_of_rejection(sender, instance: WorkflowState, **_kwargs) -> None:
    if is_review(instance, OpportunityReview):
        page = instance.content_object.specific
        page.title = page.draft_title
        tell(page, "rejected", reason=instance.current_task_state.comment)


def tell_editors(sender, instance: TaskState, user=None, **_kwargs) -> None:
    """When it is submitted, not again when its poster saves a word meanwhile."""
    review = instance.workflow_state
    if not is_review(review, OpportunityReview):
        return
    earlier = review.task_states.exclude(pk=instance.pk).order_by("-pk").first()
    if earlier and earlier.status == TaskState.STATUS_CANCELLED:
        return
    page = review.content_object.specific
    draft = page.get_latest_revision_as_object()
    url = settings.BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
    groups = instance.task.specific.groups.all()
    editors = get_user_model().objects.filter(groups__in=groups, is_active=True).distinct()
    context = {"title": draft.title, "url": url, "flags": draft.flags}
    for email, language in editors.values_list("email", "language"):
        transaction.on_commit(partial(_write, email, language, "waiting", dict(context)))


def _write(to: str, language: str, template: str, context: dict) -> None:
    said = letter(f"opportunities/mail/{template}.txt", context, language=language)
    send.enqueue(**said, to=to)
