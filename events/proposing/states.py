"""Where a proposed event stands, in words for who proposes it."""

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import WorkflowState

from directory.standing import Standing

from ..choices import State as Said

if TYPE_CHECKING:
    from ..models import EventPage

WAITING, TO_CHANGE = WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES


class State(Enum):
    DRAFT = "draft"
    WAITING = "waiting"
    REJECTED = "rejected"
    ANNOUNCED = "announced"
    ANNOUNCED_WAITING = "announced-waiting"
    ANNOUNCED_REJECTED = "announced-rejected"
    OVER = "over"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


AS_BEFORE = _("It is in the agenda, as it was before your last change.")
SENTENCES = {
    State.DRAFT: (
        _("This is a draft. Only you can see it."),
        _("Read it once more, then send it to our editors."),
    ),
    State.WAITING: (
        pgettext_lazy("event", "It is with our editors."),
        _("They read it and write to you, usually within two working days."),
    ),
    State.REJECTED: (
        _("It needs a change before it can be in the agenda."),
        _("Change what the editors ask for, then send it again."),
    ),
    State.ANNOUNCED: (
        _("It is in the agenda."),
        _("You can still change it; an editor looks at the change before others see it."),
    ),
    State.ANNOUNCED_WAITING: (
        AS_BEFORE,
        _("An editor looks at the change; you need not do anything."),
    ),
    State.ANNOUNCED_REJECTED: (AS_BEFORE, _("The editors ask you to alter the change.")),
    State.OVER: (_("It is over, and stays in the agenda."), _("Thank you for it.")),
    State.CANCELLED: (
        _("It is cancelled, and marked so in the agenda and in calendars."),
        _("If it does take place, write to our editors."),
    ),
    State.WITHDRAWN: (
        _("It is not in the agenda any more. Only you can see it."),
        _("Send it again when you want it back."),
    ),
}
LABELS = {
    State.DRAFT: pgettext_lazy("state of an event", "Draft"),
    State.WAITING: pgettext_lazy("state of an event", "Waiting for review"),
    State.REJECTED: pgettext_lazy("state of an event", "To be changed"),
    State.ANNOUNCED: pgettext_lazy("state of an event", "In the agenda"),
    State.ANNOUNCED_WAITING: pgettext_lazy("state of an event", "In the agenda, a change waits"),
    State.ANNOUNCED_REJECTED: pgettext_lazy("state of an event", "In the agenda, change sent back"),
    State.OVER: pgettext_lazy("state of an event", "Over"),
    State.CANCELLED: pgettext_lazy("state of an event", "Cancelled"),
    State.WITHDRAWN: pgettext_lazy("state of an event", "Withdrawn"),
}
COMING = {State.ANNOUNCED, State.ANNOUNCED_WAITING, State.ANNOUNCED_REJECTED}


class ProposalState(Standing):
    __slots__ = ()
    labels, sentences = LABELS, SENTENCES

    @property
    def has_address(self) -> bool:
        return self.code in COMING | {State.OVER, State.CANCELLED}

    @property
    def is_as_public(self) -> bool:
        """No change of the member's waits beside what others see."""
        return self.code in {State.ANNOUNCED, State.OVER, State.CANCELLED}

    @property
    def can_change(self) -> bool:
        return self.code not in {State.OVER, State.CANCELLED}

    @property
    def can_submit(self) -> bool:
        return self.code in {
            *(State.DRAFT, State.REJECTED, State.WITHDRAWN),
            State.ANNOUNCED_REJECTED,
        }

    @property
    def can_withdraw(self) -> bool:
        return self.code in {State.WAITING, State.REJECTED}

    @property
    def can_cancel(self) -> bool:
        return self.code in COMING


def state_of(page: "EventPage", now: dt.datetime) -> ProposalState:
    """Where it stands, and why it was sent back."""
    review = page.current_workflow_state
    code = state_from(page, review=review and review.status, now=now)
    sent_back = code in {State.REJECTED, State.ANNOUNCED_REJECTED}
    return ProposalState(code, reason=review.current_task_state.comment if sent_back else "")


def state_from(page: "EventPage", *, review: str | None, now: dt.datetime) -> State:
    """For lists, which know of every row's review."""
    if page.live:
        return _live_state(page, review, now)
    if review == WAITING:
        return State.WAITING
    if review == TO_CHANGE:
        return State.REJECTED
    return State.WITHDRAWN if page.first_published_at else State.DRAFT


def _live_state(page: "EventPage", review: str | None, now: dt.datetime) -> State:
    if page.state == Said.CANCELLED:
        return State.CANCELLED
    if page.last_end and page.last_end < now:
        return State.OVER
    return {WAITING: State.ANNOUNCED_WAITING, TO_CHANGE: State.ANNOUNCED_REJECTED}.get(
        review or "", State.ANNOUNCED
    )
