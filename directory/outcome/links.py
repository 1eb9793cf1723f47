"""The address by which one side says what came of a message, without logging in."""

import datetime as dt

from django.conf import settings
from django.core import signing
from django.urls import reverse

from ..models import ContactMessage, DeclinedQuestion, OutcomeQuestion
from .answering import asked_person

SALT = "directory.outcome"
VALID = dt.timedelta(days=60)
"""An answer can be changed as long."""


def token_of(question: OutcomeQuestion) -> str:
    return signing.dumps([question.pk, _whose(question)], salt=SALT)


def link(token: str, name: str, *, language: str, answer: str = "") -> str:
    chosen = f"&answer={answer}" if answer else ""
    return f"{settings.BASE_URL}{reverse(name, args=[token])}?lang={language}{chosen}"


def opened(token: str) -> OutcomeQuestion | None:
    """None where the link is not ours or too old, the profile is another's by now, the message is
    gone, or somebody reported it or its sender."""
    try:
        pk, whose = signing.loads(token, salt=SALT, max_age=VALID)
    except (signing.BadSignature, TypeError):
        return None
    questions = OutcomeQuestion.objects.filter(
        pk=pk, outcome__message__in=ContactMessage.objects.of_good_standing()
    )
    message = "outcome__message__"
    found = questions.select_related(f"{message}profile__member", f"{message}page").first()
    return found if found and _whose(found) == whose else None


def _whose(question: OutcomeQuestion) -> str:
    person = asked_person(question.outcome.message, to_creative=question.by_creative)
    return DeclinedQuestion.digest_of(person)
