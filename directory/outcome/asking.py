"""Once a day: who is asked what came of a message, and who is asked once more."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from cluster.accounts.mail import letter, post

from ..models import Answer, ContactMessage, OutcomeQuestion
from ..models.contact import TOO_LATE
from .answering import asked_person, question_about, wants_questions
from .links import link, token_of


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    due: Callable[[dt.datetime], QuerySet]
    take: Callable[[int, dt.datetime], bool]
    """In a transaction, the mail included: who is not told was not asked. False where it is not due
    any more, or nobody wants to be asked."""


def ask(step: Step, now: dt.datetime) -> Iterator[Exception | bool]:
    """For each that is due whether somebody was asked, or the error that kept the mail from
    leaving: the step is taken back then and due again tomorrow."""
    for pk in list(step.due(now).order_by("pk").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                asked = step.take(pk, now)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others are asked
            yield error
        else:
            yield asked


def creatives_due(now: dt.datetime) -> QuerySet[ContactMessage]:
    return ContactMessage.objects.to_ask_about(now).without_question(to_creative=True)


def senders_due(now: dt.datetime) -> QuerySet[ContactMessage]:
    """Those who have shown that they read the mail of their address."""
    found = ContactMessage.objects.to_ask_about(now).from_their_address()
    return found.without_question(to_creative=False)


def ask_creative(pk: int, now: dt.datetime) -> bool:
    _lock(ContactMessage.objects.filter(pk=pk))
    message = creatives_due(now).filter(pk=pk).first()
    if not message or not _may_be_asked(message, to_creative=True):
        return False
    _tell(_asked(message, now, to_creative=True), message, [message])
    return True


def ask_sender(pk: int, now: dt.datetime) -> bool:
    """Once about all to whom the same words went; the answer is kept with the first of them."""
    message = ContactMessage.objects.filter(pk=pk).first()
    if message is None:
        return False
    begin = now - dt.timedelta(days=settings.CONTACT_OUTCOME_DAYS) - TOO_LATE
    same = ContactMessage.objects.filter(sender_email=message.sender_email, text=message.text)
    same = same.delivered_since(begin)
    _lock(same)
    if not senders_due(now).filter(pk=pk).exists():
        return False
    if not _may_be_asked(message, to_creative=False):
        return False
    every = list(same.without_question(to_creative=False).order_by("pk"))
    questions = [_asked(one, now, to_creative=False) for one in every]
    _tell(questions[0], every[0], every)
    return True


def ask_again(pk: int, now: dt.datetime) -> bool:
    due = OutcomeQuestion.objects.to_ask_again(now).filter(pk=pk)
    if not due.update(asked_again_at=now):
        return False
    question = OutcomeQuestion.objects.get(pk=pk)
    message = question.outcome.message
    if not _may_be_asked(message, to_creative=question.by_creative):
        return False
    _tell(question, message, asked_with(message, question))
    return True


STEPS = (
    Step("creatives asked", creatives_due, ask_creative),
    Step("senders asked", senders_due, ask_sender),
    Step("asked once more", lambda now: OutcomeQuestion.objects.to_ask_again(now), ask_again),
)


def asked_with(message: ContactMessage, question: OutcomeQuestion) -> list[ContactMessage]:
    """The messages a question is about: of a sender, all of the same words asked about at once."""
    if question.by_creative:
        return [message]
    same = ContactMessage.objects.filter(sender_email=message.sender_email, text=message.text)
    asked = {"questions__by_creative": False, "questions__asked_at": question.asked_at}
    about = same.filter(**{f"outcome__{name}": value for name, value in asked.items()})
    return list(about.select_related("profile", "page").order_by("pk")) or [message]


def names_of(messages: list[ContactMessage]) -> str:
    return ", ".join(dict.fromkeys(one.recipient_name for one in messages))


def _may_be_asked(message: ContactMessage, *, to_creative: bool) -> bool:
    """Somebody reads their mail, and wants to be asked."""
    person = asked_person(message, to_creative=to_creative)
    is_read = not to_creative or message.recipient.messages_go_to
    return bool(is_read) and wants_questions(person)


def _lock(messages: QuerySet[ContactMessage]) -> None:
    """In one order, so that two runs at once wait for each other and never both."""
    list(messages.select_for_update().order_by("pk").values_list("pk"))


def _asked(message: ContactMessage, now: dt.datetime, *, to_creative: bool) -> OutcomeQuestion:
    question = question_about(message, to_creative=to_creative)
    question.asked_at = now
    question.save(update_fields=["asked_at"])
    return question


def _tell(question: OutcomeQuestion, message: ContactMessage, about: list[ContactMessage]) -> None:
    if question.by_creative:
        to, language = message.recipient.messages_go_to, message.recipient.mail_language
    else:
        to, language = message.sender_email, message.sender_language
    is_again, token = question.asked_again_at is not None, token_of(question)
    answers = [one for one in Answer if not (is_again and one is Answer.LATER)]
    context = {
        "by_creative": question.by_creative,
        "is_again": is_again,
        "name": message.sender_name if question.by_creative else names_of(about),
        "day": message.sent_at,
        "answers": [
            (one.label, link(token, "contact_outcome", language=language, answer=one.value))
            for one in answers
        ],
        "stop": link(token, "contact_outcome_stop", language=language),
    }
    post(**letter("directory/mail/outcome.txt", context, language=language), to=to)
