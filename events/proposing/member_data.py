"""What a member has proposed as data to take along, and how it goes for good."""

from typing import TYPE_CHECKING, Any

from django.db import transaction

from ..dates import local
from ..models import EventPage, EventProposal, EventSeats
from .proposals import draft_of

if TYPE_CHECKING:
    from cluster.accounts.models import User

FIELDS = (
    *("title", "event_type", "introduction", "body", "format", "venue", "address", "locality"),
    *("online_url", "access_notes", "languages", "level", "free", "price"),
    *("registration_url", "state", "live"),
    *("first_published_at", "last_published_at"),
)


def data_of(user: "User") -> list[dict[str, Any]]:
    """All of the latest drafts."""
    return [_data(proposal) for proposal in EventProposal.objects.of(user)]


@transaction.atomic
def erase(user: "User") -> None:
    """What is in the agenda stays there, without the member: people may have registered for it.
    All else goes with its history."""
    for proposal in EventProposal.objects.of(user):
        page = proposal.page
        if page.live:
            EventPage.objects.filter(pk=page.pk).update(owner=None)
            proposal.delete()
            continue
        page.delete()
        nobodys = EventSeats.objects.filter(translation_key=page.translation_key, pages=None)
        nobodys.filter(registrations=None).delete()


def _data(proposal: EventProposal) -> dict[str, Any]:
    draft = draft_of(proposal)
    return {
        **{name: getattr(draft, name) for name in FIELDS},
        "language": draft.locale.language_code,
        "branches": [branch.slug for branch in draft.branches.all()],
        "skills": [skill.name for skill in draft.skills.all()],
        "sessions": [
            {
                "start": local(one.start).isoformat(),
                "end": local(one.closes).isoformat(),
                "all_day": one.all_day,
            }
            for one in draft.sessions.all()
        ],
        "organisers": [one.name or str(one.profile) for one in draft.people.all()],
        "proposed_at": proposal.proposed_at,
        "submitted_at": proposal.submitted_at,
    }
