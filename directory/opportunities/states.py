"""Where an opportunity stands, in words for its poster."""

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import WorkflowState

from directory.standing import Standing

if TYPE_CHECKING:
    from .models import OpportunityPage

WAITING, TO_CHANGE = WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES


class State(Enum):
    UNCONFIRMED = "unconfirmed"
    DRAFT = "draft"
    WAITING = "waiting"
    REJECTED = "rejected"
    OPEN = "open"
    OPEN_WAITING = "open-waiting"
    OPEN_REJECTED = "open-rejected"
    EXPIRED = "expired"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"


SENTENCES = {
    State.UNCONFIRMED: (
        _("Your e-mail address is not confirmed yet."),
        _("Read what you wrote once more, then send it to our editors."),
    ),
    State.DRAFT: (
        _("This is a draft. Only you can see it."),
        _("Read it once more, then send it to our editors."),
    ),
    State.WAITING: (
        _("It is with our editors."),
        _("They read it and write to you, usually within two working days."),
    ),
    State.REJECTED: (
        _("It needs a change before it can be public."),
        _("Change what the editors ask for, then send it again."),
    ),
    State.OPEN: (_("It is public."), _("People can answer until its last day.")),
    State.OPEN_WAITING: (
        _("It is public, as it was before your last change."),
        _("An editor looks at the change; you need not do anything."),
    ),
    State.OPEN_REJECTED: (
        _("It is public, as it was before your last change."),
        _("The editors ask you to alter the change."),
    ),
    State.EXPIRED: (
        _("Its last day is over. It is not listed any more."),
        _("Still looking? One click lists it for another 30 days."),
    ),
    State.FILLED: (
        _("You have found somebody. It is not listed any more."),
        _("Looking again? One click lists it for another 30 days."),
    ),
    State.WITHDRAWN: (
        _("It is not public any more. Only you can see it."),
        _("Send it again when you want it back."),
    ),
}
LABELS = {
    State.UNCONFIRMED: pgettext_lazy("state of an opportunity", "Address not confirmed"),
    State.DRAFT: pgettext_lazy("state of an opportunity", "Draft"),
    State.WAITING: pgettext_lazy("state of an opportunity", "Waiting for review"),
    State.REJECTED: pgettext_lazy("state of an opportunity", "To be changed"),
    State.OPEN: pgettext_lazy("state of an opportunity", "Open"),
    State.OPEN_WAITING: pgettext_lazy("state of an opportunity", "Open, a change waits"),
    State.OPEN_REJECTED: pgettext_lazy("state of an opportunity", "Open, change sent back"),
    State.EXPIRED: pgettext_lazy("state of an opportunity", "Expired"),
    State.FILLED: pgettext_lazy("state of an opportunity", "Filled"),
    State.WITHDRAWN: pgettext_lazy("state of an opportunity", "Withdrawn"),
}
PUBLIC = {State.OPEN, State.OPEN_WAITING, State.OPEN_REJECTED}
LIVE = PUBLIC | {State.EXPIRED, State.FILLED}


class OpportunityState(Standing):
    __slots__ = ()
    labels, sentences = LABELS, SENTENCES

    @property
    def is_public(self) -> bool:
        return self.code in PUBLIC

    @property
    def has_address(self) -> bool:
        return self.code in LIVE

    @property
    def can_submit(self) -> bool:
        return self.code in {
            *(State.UNCONFIRMED, State.DRAFT, State.REJECTED),
            *(State.WITHDRAWN, State.OPEN_REJECTED),
        }

    @property
    def can_withdraw(self) -> bool:
        return self.code is State.WAITING or self.code in LIVE

    @property
    def can_fill(self) -> bool:
        return self.code in PUBLIC | {State.EXPIRED}

    @property
    def can_renew(self) -> bool:
        return self.code in LIVE


def state_of(page: "OpportunityPage", today: dt.date) -> OpportunityState:
    """Where it stands, and why it was sent back."""
    review = page.current_workflow_state
    code = state_from(page, review=review and review.status, today=today)
    sent_back = code in {State.REJECTED, State.OPEN_REJECTED}
    return OpportunityState(code, reason=review.current_task_state.comment if sent_back else "")


def state_from(page: "OpportunityPage", *, review: str | None, today: dt.date) -> State:
    """For lists, which know of every row's review (`with_review`)."""
    if page.live:
        return _live_state(page, review, today)
    if review == WAITING:
        return State.WAITING
    if review == TO_CHANGE:
        return State.REJECTED
    if page.first_published_at:
        return State.WITHDRAWN
    unconfirmed = page.client_email and not page.client_confirmed_at
    return State.UNCONFIRMED if unconfirmed else State.DRAFT


def _live_state(page: "OpportunityPage", review: str | None, today: dt.date) -> State:
    if page.filled_at:
        return State.FILLED
    if page.deadline < today:
        return State.EXPIRED
    return {WAITING: State.OPEN_WAITING, TO_CHANGE: State.OPEN_REJECTED}.get(
        review or "", State.OPEN
    )
