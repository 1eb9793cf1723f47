"""Messages and answers on their way: kept in their rows until a mail has left, then marked."""

from collections.abc import Callable
from datetime import timedelta
from email.utils import quote

from django.conf import settings
from django.db.models import Model, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from cluster.accounts.mail import post

from ..models.contact import ContactMessage, ContactReply
from .links import answer_address, link

GIVEN_UP = timedelta(minutes=10)


@task()
def deliver_message(pk: int) -> None:
    """To the creative once it is confirmed; before that, the question to its sender, once."""
    _deliver(undelivered_messages(), pk, lambda message: _mail_message(message))


@task()
def deliver_reply(pk: int) -> None:
    _deliver(undelivered_replies(), pk, lambda reply: _mail_reply(reply))


def undelivered_messages() -> QuerySet[ContactMessage]:
    to_send = Q(confirmed_at__isnull=False, sent_at__isnull=True)
    to_ask = Q(confirmed_at__isnull=True, asked_at__isnull=True, sent_with__isnull=True)
    return ContactMessage.objects.select_related("profile__member", "page").filter(to_send | to_ask)


def undelivered_replies() -> QuerySet[ContactReply]:
    return ContactReply.objects.filter(sent_at__isnull=True).select_related(
        "message__profile__member", "message__page"
    )


def unclaimed(rows: QuerySet) -> QuerySet:
    gone = timezone.now() - GIVEN_UP
    return rows.filter(Q(claimed_at__isnull=True) | Q(claimed_at__lt=gone))


def _deliver(rows: QuerySet, pk: int, mail: Callable[[Model], str]) -> None:
    """Whoever claims the row sends it; a failed attempt gives it back, for the next one."""
    if not unclaimed(rows).filter(pk=pk).update(claimed_at=timezone.now()):
        return
    row = rows.get(pk=pk)
    every = row.__class__.objects.filter(pk=pk)
    try:
        done = mail(row)
    except Exception:
        every.update(claimed_at=None)
        raise
    every.update(claimed_at=None, **{done: timezone.now()})


def _mail_message(message: ContactMessage) -> str:
    """Sends the mail that is due and names the field that says so."""
    if message.confirmed_at is None:
        language = message.sender_language
        confirm = link(message, "confirm", language=language)
        context = {"confirm": confirm, "profile_name": message.recipient_names}
        _mail("confirm", message, to=message.sender_email, language=language, **context)
        return "asked_at"
    _mail_creative(message, message.text)
    return "sent_at"


def _mail_reply(reply: ContactReply) -> str:
    message = reply.message
    if reply.by_creative:
        language = message.sender_language
        answer = link(message, "sender", language=language)
        to = message.sender_email
        text = reply.text if message.is_from_its_address else ""
        answers_to = answer_address(message, by_creative=False)
        said = {"text": text, "answer": answer}
        _mail("reply", message, to=to, language=language, answers_to=answers_to, **said)
    else:
        _mail_creative(message, reply.text)
    return "sent_at"


def _mail_creative(message: ContactMessage, text: str) -> None:
    """Nothing leaves that waited while its sender was blocked."""
    if message.is_blocked:
        return
    recipient = message.recipient
    language, to = recipient.mail_language, recipient.messages_go_to
    direct = message.direct_address
    # What is answered directly quotes this mail: no link in it opens what is the creative's.
    if direct or (recipient.member and to == recipient.member.email):
        answer = f"{settings.BASE_URL}{reverse('my_message', args=[message.pk])}"
    else:
        answer = link(message, "creative", language=language)
    said = {"text": text, "answer": answer, "report": link(message, "report", language=language)}
    answers_to = answer_address(message, by_creative=True)
    if direct:
        # Django writes what is not ASCII as mails want it, the address too: `formataddr` raises.
        answers_to, said["is_direct"] = f'"{quote(message.sender_name)}" <{direct}>', True
    _mail("message", message, to=to, language=language, answers_to=answers_to, **said)


def _mail(
    name: str, message: ContactMessage, *, to: str, language: str, answers_to: str = "", **context
) -> None:
    context = {
        "by_mail": bool(answers_to),
        "message": message,
        "profile_name": message.recipient_name,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "base_url": settings.BASE_URL,
        **context,
    }
    with override(language):
        subject = render_to_string(f"directory/mail/{name}_subject.txt", context)
        text = render_to_string(f"directory/mail/{name}.txt", context)
    post(subject, text.strip(), to, answers_to=answers_to)
