"""What its poster, member or client, may do to an opportunity. Views ask this and nothing else.

Who the poster is was found out before: a member by `OpportunityPage.objects.of`, a client by the
link in a mail (see links.py). `by` is the member, None for a client.
"""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, Page, WorkflowState

from directory.review import workflow_of

from .listing import project
from .models import OpportunitiesPage, OpportunityPage, OpportunityReview
from .states import OpportunityState, State, state_of

if TYPE_CHECKING:
    from cluster.accounts.models import User

REVIEW = "Review of opportunities"
RENEWAL = dt.timedelta(days=30)


def posted(key: UUID, *, by: "User | None", email: str = "") -> OpportunityPage | None:
    """What the same form, sent before, has made."""
    same = OpportunityPage.objects.filter(translation_key=key, owner=by, client_email=email)
    return same.first()


@transaction.atomic
def post(
    page: OpportunityPage, *, key: UUID, by: "User | None", email: str = "", language: str = ""
) -> OpportunityPage:
    """Keeps a new one as a draft. The same form again makes no second one."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    parent = OpportunitiesPage.objects.select_for_update().get(locale=locale)
    if there := posted(key, by=by, email=email):
        return there
    page.translation_key, page.locale, page.live = key, locale, False
    page.owner, page.client_email, page.client_language = by, email, language
    parent.add_child(instance=page)
    page.save_revision(user=by, log_action="wagtail.create")
    return page


def draft_of(page: OpportunityPage) -> OpportunityPage:
    """As its poster last saved it, public or not."""
    return page.get_latest_revision_as_object()


@transaction.atomic
def save(page: OpportunityPage, *, by: "User | None") -> None:
    """Keeps `page` as it is in memory. What is public stays as it is until an editor has approved
    the change; a review under way starts again on what was saved."""
    row = _locked(page)
    state = state_of(row, timezone.localdate())
    if not row.live:
        page.draft_title = page.title
        page.save()
    page.save_revision(user=by, log_action=True)
    row.refresh_from_db()
    if state.code in {State.WAITING, State.OPEN_WAITING}:
        row.current_workflow_task_state.cancel(user=by, resume=True)
    elif row.live:
        _send(row, by)


@transaction.atomic
def submit(page: OpportunityPage, *, by: "User | None") -> OpportunityState:
    """Sends the latest draft to the editors. Again is harmless."""
    row = _locked(page)
    state = state_of(row, timezone.localdate())
    if not state.can_submit:
        return state
    if row.client_email and not row.client_confirmed_at:
        row.client_confirmed_at = timezone.now()
        row.save(update_fields=["client_confirmed_at"])
    _send(row, by)
    return _state(row)


@transaction.atomic
def withdraw(page: OpportunityPage, *, by: "User | None") -> OpportunityState:
    """Takes it back from review or off the site. Again is harmless."""
    row = _locked(page)
    if review := row.current_workflow_state:
        review.cancel(user=by)
    if row.live:
        UnpublishPageAction(row, user=by).execute(skip_permission_checks=True)
    _keep(row, submitted_at=None, filled_at=None)
    return _state(row)


@transaction.atomic
def fill(page: OpportunityPage, *, by: "User | None") -> OpportunityState:
    """Its poster has found somebody: it is listed no longer, and counts in the figures."""
    row = _locked(page)
    if state_of(row, timezone.localdate()).can_fill:
        _keep(row, filled_at=timezone.now())
        project(row)
    return _state(row)


@transaction.atomic
def renew(page: OpportunityPage, *, by: "User | None") -> OpportunityState:
    """Lists it for another 30 days from today, as an editor approved it."""
    row = _locked(page)
    if not state_of(row, timezone.localdate()).can_renew:
        return _state(row)
    deadline = max(row.deadline, timezone.localdate() + RENEWAL)
    is_changed = row.has_unpublished_changes
    _keep(row, deadline=deadline, filled_at=None, reminded_at=None, expired_at=None)
    draft = draft_of(row)
    draft.deadline = deadline
    revision = draft.save_revision(user=by, log_action=True)
    row.refresh_from_db()
    if not is_changed:
        revision.publish(user=by, skip_permission_checks=True)
    else:
        project(row)
        if row.current_workflow_task_state:
            row.current_workflow_task_state.cancel(user=by, resume=True)
    return _state(row)


ACTIONS = {"submit": submit, "withdraw": withdraw, "fill": fill, "renew": renew}


def _locked(page: OpportunityPage) -> OpportunityPage:
    """By the row of the tree alone, which an editor who decides takes first as well: with both
    rows at once, each of two could wait for the other."""
    Page.objects.select_for_update().get(pk=page.pk)
    return OpportunityPage.objects.get(pk=page.pk)


def _state(row: OpportunityPage) -> OpportunityState:
    row.refresh_from_db()
    return state_of(row, timezone.localdate())


def _keep(row: OpportunityPage, **values) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _send(row: OpportunityPage, by: "User | None") -> None:
    _keep(row, submitted_at=timezone.now())
    review = row.current_workflow_state
    if review and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
        review.resume(user=by)
    elif review is None:
        workflow_of(OpportunityReview, name=REVIEW).start(row, user=by)
