"""What a member may do to their profile, and where it stands. Views ask this and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, Page, WorkflowState

from .completeness import missing
from .models import DirectoryPage, ProfilePage
from .renewal.renewing import renew
from .review import review_workflow
from .standing import Standing

if TYPE_CHECKING:
    from cluster.accounts.models import User


class Refused(Exception):
    """What a member asked for cannot be done now; `sentences` say why, in their language."""

    def __init__(self, sentences: list):
        super().__init__(sentences)
        self.sentences = sentences


class NotReady(Refused):
    """A profile lacks what a public one must have; `reasons` are the items missing."""

    def __init__(self, reasons: list):
        super().__init__([item.advice for item in reasons])
        self.reasons = reasons


class Locked(Refused):
    """An editor has locked the page."""

    def __init__(self) -> None:
        super().__init__(
            [_("The editors are working on your profile. You can change it when they are done.")]
        )


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


class ProfileState(Standing):
    __slots__ = ()
    labels, sentences = LABELS, SENTENCES

    @property
    def is_public(self) -> bool:
        return self.code in {State.LIVE, State.LIVE_EDITED}

    @property
    def can_submit(self) -> bool:
        return self.code in {State.DRAFT, State.REJECTED, State.UNPUBLISHED}

    @property
    def can_withdraw(self) -> bool:
        return self.code is State.WAITING


def state_of(page: ProfilePage) -> ProfileState:
    """Where it stands, and why it was sent back."""
    review = page.current_workflow_state
    edited = page.live and page.later_edits.filter(reviewed_at=None).exists()
    code = state_from(page, review=review and review.status, edited=edited)
    sent_back = code is State.REJECTED
    return ProfileState(code, reason=review.current_task_state.comment if sent_back else "")


def state_from(page: ProfilePage, *, review: str | None, edited: bool) -> State:
    """For lists, which know of every row's review and later edit (`with_review`)."""
    if page.live:
        return State.LIVE_EDITED if edited else State.LIVE
    if review == WorkflowState.STATUS_IN_PROGRESS:
        return State.WAITING
    if review == WorkflowState.STATUS_NEEDS_CHANGES:
        return State.REJECTED
    return State.UNPUBLISHED if page.first_published_at else State.DRAFT


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
    where it waits for review, the review starts again on what was saved. Raises Refused."""
    row = _unlocked(page, by)
    if row.live and (reasons := missing(page)):
        raise NotReady(reasons)
    if row.live:
        renew(row)
    else:
        _save_the_row(page, row)
    page.save_revision(user=by, log_action=True)
    if row.live and row.confirmed_at:
        _start_review(row, by)
    elif state_of(row).code is State.WAITING:
        row.current_workflow_task_state.cancel(user=by, resume=True)


@transaction.atomic
def submit(page: ProfilePage, *, by: "User") -> ProfileState:
    """Sends the latest draft to the editors. Again is harmless. Raises Refused."""
    row = _unlocked(page, by)
    state = state_of(row)
    if not state.can_submit:
        return state
    if reasons := missing(row.get_latest_revision_as_object()):
        raise NotReady(reasons)
    if row.lapsed_at:
        renew(row)
    _start_review(row, by)
    row.refresh_from_db()
    return state_of(row)


@transaction.atomic
def keep(page: ProfilePage) -> ProfileState:
    """Whoever reads the profile's mail says that it is still right. One that was taken off the site
    because nobody had said so comes back. Again is harmless. Raises Refused."""
    row = _locked(page)
    if row.live:
        renew(row)
    elif row.lapsed_at and row.member:
        return submit(row, by=row.member)
    elif row.lapsed_at:
        renew(row)
        # Not what an editor has written since, which nobody has found ready.
        public = row.revisions.filter(created_at__lte=row.last_published_at)
        public.order_by("-created_at").first().publish(skip_permission_checks=True)
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
        confirmed_at = row.confirmed_at
        UnpublishPageAction(row, user=by).execute(skip_permission_checks=True)
        ProfilePage.objects.filter(pk=row.pk).update(confirmed_at=confirmed_at)
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
    """By the row of the tree alone, which an editor who decides takes first as well: with both
    rows at once, each of two could wait for the other."""
    Page.objects.select_for_update().get(pk=page.pk)
    return ProfilePage.objects.get(pk=page.pk)


def _own(page: ProfilePage, by: "User") -> ProfilePage:
    row = _locked(page)
    if not by.is_active or row.member_id != by.pk:
        raise PermissionDenied
    return row


def _unlocked(page: ProfilePage, by: "User") -> ProfilePage:
    row = _own(page, by)
    if row.locked:
        raise Locked
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
