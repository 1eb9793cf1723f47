"""What a review tells by mail, in the reader's language and without Wagtail's words."""

from functools import partial

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from wagtail.admin import signal_handlers as wagtail_mail
from wagtail.admin.mail import Notifier
from wagtail.models import Task, TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from cluster.accounts.mail import letter, send

from .models import ProfilePage, ProfileReview
from .models.review import OWN_REVIEWS


def tell(user_id: int | None, template: str, **context) -> None:
    """Mails a person `directory/mail/<template>.txt`, whose first line is the subject, once what
    happened is sure to have happened."""
    if user_id:
        transaction.on_commit(partial(_write, user_id, template, context))


def _write(user_id: int, template: str, context: dict) -> None:
    user = get_user_model().objects.get(pk=user_id)
    said = letter(f"directory/mail/{template}.txt", context, language=user.language)
    send.enqueue(**said, to=user.email)


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
        signal.connect(unless_ours(notifier), sender=sender, dispatch_uid=uid, weak=False)


def unless_ours(notifier: Notifier):
    """Wagtail's own mail, for every review but those that have mails of ours."""

    def notify(sender, instance, **kwargs):
        state = instance.workflow_state if isinstance(instance, TaskState) else instance
        return None if is_review(state, *OWN_REVIEWS) else notifier(instance=instance, **kwargs)

    return notify


def _is_profile_review(workflow_state: WorkflowState) -> bool:
    return is_review(workflow_state, ProfileReview)


def is_review(workflow_state: WorkflowState, *kinds: type[Task]) -> bool:
    """Whether the review has a task of one of these kinds."""
    models = [kind._meta.model_name for kind in kinds]
    tasks = Task.objects.filter(workflow_tasks__workflow=workflow_state.workflow_id)
    return tasks.filter(content_type__model__in=models).exists()
