"""A member's opportunities as data to take along, and how they go for good."""

from typing import TYPE_CHECKING, Any

from .models import OpportunityPage
from .posting import draft_of

if TYPE_CHECKING:
    from cluster.accounts.models import User

FIELDS = (
    *("title", "kind", "introduction", "body", "language", "organisation", "languages"),
    *("workplace", "locality", "pay", "pay_min", "pay_max", "pay_unit", "rules", "fee"),
    *("deadline", "answer_url", "live", "first_published_at", "last_published_at", "filled_at"),
)


def data_of(user: "User") -> list[dict[str, Any]]:
    """All of the latest drafts."""
    return [_data(draft_of(page)) for page in OpportunityPage.objects.of(user)]


def erase(user: "User") -> None:
    """Each with its history, public or not."""
    for page in OpportunityPage.objects.of(user):
        page.delete()


def _data(draft: OpportunityPage) -> dict[str, Any]:
    return {
        **{name: getattr(draft, name) for name in FIELDS},
        "branches": [branch.slug for branch in draft.branches.all()],
        "skills": [skill.name for skill in draft.skills.all()],
    }
