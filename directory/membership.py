"""What a member may do to their profile, and where it stands. Views ask this and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, WorkflowState

from .completeness import missing
from .models import DirectoryPage, LaterEdit, ProfilePage
from .review import review_workflow

if TYPE_CHECKING:
    from cluster.accounts.models import User


class NotReady(Exception):
    """A profile that cannot be submitted yet; `reasons` says what it lacks."""

    def __init__(self, reasons: list):
        super().__init__(reasons)
        self.reasons = reasons


class State(Enum):
    DRAFT = "draft"
    WAITING = "waiting"
    REJECTED = "rejected"
    LIVE = "live"
    LIVE_EDITED = "live-edited"
    UNPUBLISHED = "unpublished"


SENTENCES = {
    State.DRAFT: (
        _("Your profile is a draft. Only you can see it."),
        _("Complete it, look at the preview, then send it to us."),
    ),
    State.WAITING: (
        _("Your profile is with our editors."),
        _("They read it and write to you, usually within two working days."),
    ),
    State.REJECTED: (
        _("Your profile needs a change before it can be public."),
        _("Change what the editors ask for, then send it again."),
    ),
    State.LIVE: (
        _("Your profile is public."),
        _("What you change is public at once."),
    ),
    State.LIVE_EDITED: (
        _("Your profile is public, with your latest changes."),
        _("An editor will have a look at them; you need not wait."),
    ),
    State.UNPUBLISHED: (
        _("Your profile is no longer public. Only you can see it."),
        _("Send it again when you want it back."),
    ),
}
LABELS = {
    State.DRAFT: pgettext_lazy("state of a profile", "Draft"),
    State.WAITING: pgettext_lazy("state of a profile", "Waiting for review"),
    State.REJECTED: pgettext_lazy("state of a profile", "To be changed"),
    State.LIVE: pgettext_lazy("state of a profile", "Public"),
    State.LIVE_EDITED: pgettext_lazy("state of a profile", "Public"),
    State.UNPUBLISHED: pgettext_lazy("state of a profile", "Not public"),
}


@dataclass(frozen=True, slots=True)
class ProfileState:
    code: State
    reason: str = ""
    """Why an editor sent it back."""

    @property
    def label(self):
        return LABELS[self.code]

    @property
    def sentence(self):
        return SENTENCES[self.code][0]

    @property
    def next(self):
        return SENTENCES[self.code][1]

    @property
    def is_public(self) -> bool:
        return self.code in {State.LIVE, State.LIVE_EDITED}

    @property
    def can_submit(self) -> bool:
        return self.code in {State.DRAFT, State.REJECTED, State.UNPUBLISHED}

    @property
    def can_withdraw(self) -> bool:
        return self.code is State.WAITING


def state_of(page: ProfilePage, *, edited: bool | None = None) -> ProfileState:
    """`edited` is for lists, which know without asking for each whether a later edit is open."""
    if page.live:
        if edited is None:
            edited = page.later_edits.filter(reviewed_at=None).exists()
        return ProfileState(State.LIVE_EDITED if edited else State.LIVE)
    review = page.current_workflow_state
    if review and review.status == WorkflowState.STATUS_IN_PROGRESS:
        return ProfileState(State.WAITING)
    if review and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return ProfileState(State.REJECTED, reason=review.current_task_state.comment)
    return ProfileState(State.UNPUBLISHED if page.first_published_at else State.DRAFT)


def draft_of(member: "User") -> ProfilePage | None:
    """The member's profile as they last saved it, public or not."""
    page = ProfilePage.objects.filter(member_id=member.pk).first()
    return page and page.get_latest_revision_as_object()


@transaction.atomic
def start_profile(member: "User", *, name: str) -> ProfilePage:
    """The member's profile, made as a draft where there is none."""
    get_user_model().objects.select_for_update().get(pk=member.pk)
    if draft := draft_of(member):
        return draft
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    parent = DirectoryPage.objects.select_for_update().get(locale=locale)
    page = ProfilePage(
        title=name, draft_title=name, member=member, owner=member, locale=locale, live=False
    )
    parent.add_child(instance=page)
    page.save_revision(user=member, log_action="wagtail.create")
    return page


@contextmanager
def editing(member: "User") -> Iterator[ProfilePage]:
    """The latest draft, held so that a section saved in another tab meanwhile is not lost."""
    with transaction.atomic():
        page = ProfilePage.objects.select_for_update().get(member_id=member.pk)
        yield page.get_latest_revision_as_object()


@transaction.atomic
def save_draft(page: ProfilePage, *, by: "User") -> None:
    """Keeps `page` as it is in memory. Public at once where the member is confirmed and public;
    where it waits for review, the review starts again on what was saved."""
    row = _own(page, by)
    if not row.live:
        _save_the_row(page, row)
    page.save_revision(user=by, log_action=True)
    if row.live and row.confirmed_at:
        _start_review(row, by)
    elif state_of(row).code is State.WAITING:
        row.current_workflow_task_state.cancel(user=by, resume=True)


@transaction.atomic
def submit(page: ProfilePage, *, by: "User") -> ProfileState:
    """Sends the latest draft to the editors. Again is harmless. Raises NotReady."""
    row = _own(page, by)
    state = state_of(row)
    if not state.can_submit:
        return state
    if reasons := missing(row.get_latest_revision_as_object()):
        raise NotReady(reasons)
    _start_review(row, by)
    row.refresh_from_db()
    return state_of(row)


@transaction.atomic
def withdraw(page: ProfilePage, *, by: "User") -> ProfileState:
    """Takes a profile back from review. Again is harmless."""
    row = _own(page, by)
    if state_of(row).can_withdraw:
        row.current_workflow_state.cancel(user=by)
    return state_of(row)


@transaction.atomic
def unpublish(page: ProfilePage, *, by: "User") -> ProfileState:
    """Takes a profile off the site. The confirmation stays: it returns without a new review."""
    row = _own(page, by)
    if row.live:
        UnpublishPageAction(row, user=by).execute(skip_permission_checks=True)
        LaterEdit.objects.filter(page=row, reviewed_at=None).delete()
        row.refresh_from_db()
    return state_of(row)


@transaction.atomic
def confirm(page: ProfilePage, *, by: "User") -> bool:
    """An editor lets a profile be public. False where there was nothing (left) to confirm."""
    row = _locked(page)
    if not row.permissions_for_user(by).can_publish():
        raise PermissionDenied
    task_state = row.current_workflow_task_state
    if task_state is None:
        return False
    task_state.task.specific.on_action(task_state, by, "approve")
    return True


def _locked(page: ProfilePage) -> ProfilePage:
    return ProfilePage.objects.select_for_update().get(pk=page.pk)


def _own(page: ProfilePage, by: "User") -> ProfilePage:
    row = _locked(page)
    if not by.is_active or row.member_id != by.pk:
        raise PermissionDenied
    return row


def _start_review(row: ProfilePage, by: "User") -> None:
    review = row.current_workflow_state
    if review and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
        review.resume(user=by)
    elif review is None:
        review_workflow().start(row, user=by)


def _save_the_row(page: ProfilePage, row: ProfilePage) -> None:
    """Editors' lists read the row. Its address follows the name until it is first public: nobody
    has kept the old one."""
    if row.title != page.title and not row.first_published_at:
        page.slug = ""
    page.draft_title = page.title
    page.save()
