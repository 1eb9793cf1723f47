"""What a member may do to an event they propose. Views ask this and nothing else.

Whose it is was found out before, by `EventProposal.objects.of`.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState

from directory.membership import Refused
from directory.models import ProfilePage
from directory.review import workflow_of

from ..choices import Role
from ..choices import State as Said
from ..models import AgendaPage, EventPage, EventPerson, EventProposal, EventReview
from .states import ProposalState, State, state_of

if TYPE_CHECKING:
    from cluster.accounts.models import User

REVIEW = "Review of proposed events"
LOCKED = _("The editors are working on this event. You can change it when they are done.")


@transaction.atomic
def propose(page: EventPage, *, key: UUID, by: "User", language: str) -> EventProposal:
    """Keeps a new one as a draft below the agenda of a language, with the member's own profile as
    organiser. The same form again makes no second one."""
    parent = AgendaPage.objects.select_for_update().get(locale__language_code=language)
    if there := EventProposal.objects.of(by).filter(key=key).first():
        return there
    page.locale, page.live, page.owner = parent.locale, False, by
    parent.add_child(instance=page)
    page.save_revision(user=by, log_action="wagtail.create")
    return EventProposal.objects.create(page=page, member=by, key=key)


def set_organiser(page: EventPage, *, by: "User", name: str) -> None:
    """The member's profile, linked while it is public, or what they call themselves. Where editors
    have put somebody else there it stays so."""
    profile = ProfilePage.objects.filter(member=by).first()
    own = (None, profile.pk) if profile else (None,)
    people = list(page.people.all())
    hosts = [one for one in people if one.role == Role.ORGANISER]
    mine = next((one for one in hosts if one.profile_id in own), None)
    if mine is None and hosts:
        return
    if mine is None:
        mine = EventPerson(role=Role.ORGANISER)
        people.insert(0, mine)
    mine.profile, mine.name = profile, name
    page.people.set(people)


def draft_of(proposal: EventProposal) -> EventPage:
    """As its proposer or an editor last saved it, public or not."""
    return proposal.page.get_latest_revision_as_object()


@transaction.atomic
def save(page: EventPage, *, by: "User") -> None:
    """Keeps `page` as it is in memory. What is public stays as it is until an editor has approved
    the change; a review under way starts again on what was saved. Raises Refused."""
    row = _locked(page)
    state = _changeable(row)
    if not row.live:
        page.draft_title = page.title
        page.save()
    page.save_revision(user=by, log_action=True)
    row.refresh_from_db()
    if state.code in {State.WAITING, State.ANNOUNCED_WAITING}:
        row.current_workflow_task_state.cancel(user=by, resume=True)
    elif row.live:
        _send(row, by)


@transaction.atomic
def submit(page: EventPage, *, by: "User") -> ProposalState:
    """Sends the latest draft to the editors. Again is harmless. Raises Refused."""
    row = _locked(page)
    state = state_of(row, timezone.now())
    if not state.can_submit:
        return state
    _changeable(row)
    _send(row, by)
    return _state(row)


@transaction.atomic
def withdraw(page: EventPage, *, by: "User") -> ProposalState:
    """Takes back what is not public yet. Again is harmless."""
    row = _locked(page)
    if state_of(row, timezone.now()).can_withdraw:
        row.current_workflow_state.cancel(user=by)
        _waits(row, since=None)
    return _state(row)


@transaction.atomic
def cancel(page: EventPage, *, by: "User") -> ProposalState:
    """It does not take place: said at once, for people may be on their way. A change that waits
    for review goes with it. Again is harmless. Raises Refused."""
    row = _locked(page)
    if not state_of(row, timezone.now()).can_cancel:
        return _state(row)
    _changeable(row)
    if review := row.current_workflow_state:
        review.cancel(user=by)
    _waits(row, since=None)
    row.state = Said.CANCELLED
    row.save_revision(user=by, log_action=True).publish(user=by, skip_permission_checks=True)
    return _state(row)


ACTIONS = {"submit": submit, "withdraw": withdraw, "cancel": cancel}


def _locked(page: EventPage) -> EventPage:
    """By the row of the tree alone, which an editor who decides takes first as well: with both
    rows at once, each of two could wait for the other."""
    Page.objects.select_for_update().get(pk=page.pk)
    return EventPage.objects.get(pk=page.pk)


def _changeable(row: EventPage) -> ProposalState:
    state = state_of(row, timezone.now())
    if row.locked:
        raise Refused([LOCKED])
    if not state.can_change:
        raise Refused([state.sentence])
    return state


def _state(row: EventPage) -> ProposalState:
    row.refresh_from_db()
    return state_of(row, timezone.now())


def _waits(row: EventPage, *, since) -> None:
    EventProposal.objects.filter(page=row).update(submitted_at=since)


def _send(row: EventPage, by: "User") -> None:
    _waits(row, since=timezone.now())
    review = row.current_workflow_state
    if review and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
        review.resume(user=by)
    elif review is None:
        workflow_of(EventReview, name=REVIEW).start(row, user=by)
