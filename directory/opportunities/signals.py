"""A live opportunity is projected whenever it changes; its poster and the editors hear of it."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    task_submitted,
    workflow_rejected,
)

from directory.merging import skill_merged
from directory.models import Branch, Skill

from .listing import project, project_again, withdraw
from .mail import tell_editors, tell_of_publication, tell_of_rejection
from .models import OpportunityPage


def show_published(instance: OpportunityPage, **_kwargs) -> None:
    project(instance)
    tell_of_publication(instance)


def show_moved(instance: OpportunityPage, **_kwargs) -> None:
    project_again(OpportunityPage.objects.filter(pk=instance.pk))


def hide_unpublished(instance: OpportunityPage, **_kwargs) -> None:
    withdraw(instance.pk)


def show_reachable(instance: Model, raw=False, update_fields=None, **_kwargs) -> None:
    """Whether somebody reads the answers hangs on the poster's account."""
    if not raw and (update_fields is None or "is_active" in update_fields):
        project_again(OpportunityPage.objects.filter(owner_id=instance.pk))


def show_renamed(instance: Branch | Skill, created=False, raw=False, **_kwargs) -> None:
    if not (raw or created):
        project_again(_sorted_by(instance))


def remember_who_had(instance: Branch | Skill, **_kwargs) -> None:
    instance.wanted_by = list(_sorted_by(instance).values_list("pk", flat=True))


def show_without(instance: Branch | Skill, **_kwargs) -> None:
    keys = instance.wanted_by
    transaction.on_commit(lambda: project_again(OpportunityPage.objects.filter(pk__in=keys)))


def take_over(kept: Skill, gone: Skill, **_kwargs) -> None:
    """Those that ask for a skill that is gone ask for the one it was merged into."""
    wanted = OpportunityPage.skills.through.objects
    asking = wanted.filter(skill=kept).values("opportunitypage")
    moved = wanted.filter(skill=gone)
    keys = list(moved.values_list("opportunitypage", flat=True))
    moved.exclude(opportunitypage__in=asking).update(skill=kept)
    moved.delete()
    transaction.on_commit(lambda: project_again(OpportunityPage.objects.filter(pk__in=keys)))


def _sorted_by(word: Branch | Skill):
    return OpportunityPage.objects.filter(pk__in=word.wanted.values("pk"))


def connect() -> None:
    page_published.connect(show_published, sender=OpportunityPage)
    page_slug_changed.connect(show_moved, sender=OpportunityPage)
    page_unpublished.connect(hide_unpublished, sender=OpportunityPage)
    post_save.connect(show_reachable, sender=get_user_model())
    for word in (Branch, Skill):
        post_save.connect(show_renamed, sender=word)
        pre_delete.connect(remember_who_had, sender=word)
        post_delete.connect(show_without, sender=word)
    skill_merged.connect(take_over)
    workflow_rejected.connect(tell_of_rejection)
    task_submitted.connect(tell_editors)
