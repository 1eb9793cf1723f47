"""Setting up who reviews profiles, and what an editor does after the fact."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from .models import DirectoryPage, LaterEdit, ProfileReview
from .models.review import EditorsReview

if TYPE_CHECKING:
    from cluster.accounts.models import User

EDITORS = "Editors"
WORKFLOW = "Profile review"
ON_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
ON_FILES = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)
ON_MODELS = (
    ("wagtailadmin", "access_admin"),
    ("wagtail_localize", "submit_translation"),
    ("directory", "view_reportedmessage"),
    ("directory", "delete_reportedmessage"),
    *(("resources", f"{verb}_priceobservation") for verb in ("view", "change", "delete")),
    *(
        (app_label, f"{verb}_{model}")
        for verb in ("add", "change", "delete", "view")
        for app_label, model in (
            ("directory", "branch"),
            ("directory", "skill"),
            ("resources", "figure"),
            ("resources", "organisation"),
            ("resources", "need"),
            ("resources", "gap"),
            ("resources", "gapreport"),
        )
    ),
)


@transaction.atomic
def plant_review() -> None:
    """Makes the editors' group and the profiles' review where they are missing."""
    group, _made = Group.objects.get_or_create(name=EDITORS)
    _allow(group)
    home = DirectoryPage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": review_workflow()})


def review_workflow() -> Workflow:
    """The profiles' review."""
    return workflow_of(ProfileReview, name=WORKFLOW)


def workflow_of(review: type[EditorsReview], *, name: str) -> Workflow:
    """The workflow of one review by the editors, made where it is missing, so that no submission
    can pass without."""
    workflow = Workflow.objects.filter(
        active=True, workflow_tasks__task__content_type__model=review._meta.model_name
    ).first()
    if workflow is None:
        task = review._default_manager.create(name=name)
        task.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
        workflow = Workflow.objects.create(name=name)
        WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


@transaction.atomic
def look_over(edit: LaterEdit, *, by: "User", seen: int) -> bool:
    """An editor finds a member's later changes fine. False where it changed again since the
    revision `seen`, or where somebody else has looked already."""
    page = Page.objects.select_for_update().get(pk=edit.page_id)
    if not page.permissions_for_user(by).can_publish():
        raise PermissionDenied
    if page.live_revision_id != seen:
        return False
    return bool(
        LaterEdit.objects.filter(pk=edit.pk, reviewed_at=None).update(
            reviewed_at=timezone.now(), reviewed_by=by
        )
    )


def _allow(group: Group) -> None:
    root = Page.objects.get(depth=1)
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=ON_PAGES
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    files = Collection.get_first_root_node()
    for permission in Permission.objects.filter(codename__in=ON_FILES):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=files, permission=permission
        )
    for app_label, codename in ON_MODELS:
        group.permissions.add(
            *Permission.objects.filter(content_type__app_label=app_label, codename=codename)
        )
