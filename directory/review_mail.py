"""What a review tells by mail, in the reader's language and without Wagtail's words."""

from functools import partial

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin import signal_handlers as wagtail_mail
from wagtail.admin.mail import Notifier
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from cluster.accounts.mail import send

from .models import ProfilePage, ProfileReview


def tell(user_id: int | None, template: str, **context) -> None:
    """Mails a person `directory/mail/<template>.txt`, whose first line is the subject, once what
    happened is sure to have happened."""
    if user_id:
        transaction.on_commit(partial(_write, user_id, template, context))


def _write(user_id: int, template: str, context: dict) -> None:
    user = get_user_model().objects.get(pk=user_id)
    context |= {"site_name": settings.WAGTAIL_SITE_NAME, "base_url": settings.BASE_URL}
    with override(user.language):
        text = render_to_string(f"directory/mail/{template}.txt", context)
    subject, _line, body = text.strip().partition("\n")
    send.enqueue(subject=subject, text=body.strip() + "\n", to=user.email)


def tell_of_confirmation(sender, instance, **_kwargs) -> None:
    if isinstance(instance, ProfilePage) and instance.is_newly_confirmed:
        tell(instance.member_id, "confirmed", name=instance.title, path=instance.url)


def tell_of_rejection(sender, instance, **_kwargs) -> None:
    if not _is_profile_review(instance):
        return
    profile = instance.content_object.specific
    reason = instance.current_task_state.comment
    tell(profile.member_id, "rejected", name=profile.draft_title, reason=reason)


def tell_editors(sender, instance, user=None, **_kwargs) -> None:
    """The editors hear of a profile when it is submitted, not again when its member saves a word
    meanwhile and the review starts anew."""
    review = instance.workflow_state
    if not _is_profile_review(review):
        return
    earlier = review.task_states.exclude(pk=instance.pk).order_by("-pk").first()
    profile = review.content_object.specific
    if profile.confirmed_at or (earlier and earlier.status == TaskState.STATUS_CANCELLED):
        return
    groups = instance.task.specific.groups.all()
    editors = get_user_model().objects.filter(groups__in=groups, is_active=True).distinct()
    path = reverse("wagtailadmin_pages:edit", args=[profile.pk])
    for editor_id in editors.values_list("pk", flat=True):
        tell(editor_id, "waiting", name=profile.draft_title, path=path)


def connect() -> None:
    page_published.connect(tell_of_confirmation)
    workflow_rejected.connect(tell_of_rejection)
    task_submitted.connect(tell_editors)
    for signal, sender, notifier, uid in (
        (
            task_submitted,
            TaskState,
            wagtail_mail.task_submission_email_notifier,
            "group_approval_task_submitted",
        ),
        (
            workflow_submitted,
            WorkflowState,
            wagtail_mail.workflow_submission_email_notifier,
            "workflow_state_submitted",
        ),
        (
            workflow_rejected,
            WorkflowState,
            wagtail_mail.workflow_rejection_email_notifier,
            "workflow_state_rejected",
        ),
        (
            workflow_approved,
            WorkflowState,
            wagtail_mail.workflow_approval_email_notifier,
            "workflow_state_approved",
        ),
    ):
        uid = f"{uid}_email_notification"
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(unless_profile(notifier), sender=sender, dispatch_uid=uid, weak=False)


def unless_profile(notifier: Notifier):
    """Wagtail's own mail, for every review but a profile's, which has ours."""

    def notify(sender, instance, **kwargs):
        state = instance.workflow_state if isinstance(instance, TaskState) else instance
        return None if _is_profile_review(state) else notifier(instance=instance, **kwargs)

    return notify


def _is_profile_review(workflow_state: WorkflowState) -> bool:
    return ProfileReview.objects.filter(
        workflow_tasks__workflow=workflow_state.workflow_id
    ).exists()
