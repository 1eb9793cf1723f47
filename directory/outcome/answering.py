"""What is kept of an answer, and of who does not want to be asked."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from cluster.geo import gazetteer

from ..models import Answer, ContactMessage, ContactOutcome, DeclinedQuestion, OutcomeQuestion

if TYPE_CHECKING:
    from cluster.accounts.models import User


@transaction.atomic
def question_about(message: ContactMessage, *, to_creative: bool) -> OutcomeQuestion:
    """Of one side of a delivered message; made where there is none."""
    row = ContactMessage.objects.select_for_update().get(pk=message.pk)
    if row.outcome is None:
        row.outcome = ContactOutcome.objects.create(**_facts_of(row))
        row.save(update_fields=["outcome"])
    return row.outcome.questions.get_or_create(by_creative=to_creative)[0]


def record(question: OutcomeQuestion, answer: Answer) -> None:
    """The last answer is the one that counts."""
    question.answer, question.answered_at = answer, timezone.now()
    question.save(update_fields=["answer", "answered_at"])


def _facts_of(message: ContactMessage) -> dict:
    about = message.recipient
    place = gazetteer.find(about.locality)
    return {
        "month": timezone.localdate(message.sent_at).replace(day=1),
        "branches": [branch.slug for branch in about.branches.all()],
        "kind": about.kind,
        "canton": place.canton if place else "",
    }


def asked_person(message: ContactMessage, *, to_creative: bool) -> str:
    """Who is asked; a member stays who they are when their address changes."""
    member = message.recipient.member if to_creative else None
    if member:
        return _member(member)
    to = message.recipient.messages_go_to if to_creative else message.sender_email
    return to.lower()


def wants_questions(person: str) -> bool:
    digest = DeclinedQuestion.digest_of(person)
    return not DeclinedQuestion.objects.filter(digest=digest).exists()


def decline(person: str) -> None:
    DeclinedQuestion.objects.get_or_create(digest=DeclinedQuestion.digest_of(person))


def member_wants_questions(user: "User") -> bool:
    return wants_questions(_member(user))


def decline_for_member(user: "User") -> None:
    """As who is written to, and as who writes."""
    for person in (_member(user), user.email.lower()):
        decline(person)


def forget_declined(user: "User") -> None:
    """They are asked again; or go, with all that is kept of them."""
    digests = [DeclinedQuestion.digest_of(one) for one in (_member(user), user.email.lower())]
    DeclinedQuestion.objects.filter(digest__in=digests).delete()


def _member(user: "User") -> str:
    return f"member {user.pk}"
