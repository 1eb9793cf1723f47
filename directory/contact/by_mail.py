"""Answers that somebody writes in their own mail program, to the address that our mail gave them.
The mail server that receives for `REPLY_ADDRESS` hands over what comes."""

import datetime as dt
import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..models.contact import MAX_TEXT, ContactMessage
from .links import answered
from .mail_words import storable, without, written
from .writing import answer

NAMESPACE = UUID("6e0c4a0e-8a9c-5d55-9d2c-1f0a5a6f5d11")
ADDRESSED = ("X-Original-To", "Delivered-To", "To", "Cc")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
OF_MACHINES = {"bulk", "junk", "list", "auto_reply"}
MOST_A_DAY = 30
"""Two machines that answer each other stop."""


class RefusedError(Exception):
    """Why an answer is not taken, in its writer's language."""


def take(raw: bytes) -> None:
    """Passes an answer on; the same mail again does nothing, nor does what a machine answers.
    Raises RefusedError."""
    try:
        mail = BytesParser(policy=policy.default).parsebytes(raw)
    except RecursionError:
        raise RefusedError(_unreadable()) from None
    if _is_from_a_machine(mail):
        return
    message, by_creative = _conversation(mail)
    language = message.recipient.mail_language if by_creative else message.sender_language
    with override(language):
        text = _checked(message, _words(mail, message, by_creative), by_creative=by_creative)
        once = _header(mail, "Message-ID") or _header(mail, "Date")
        side = "creative" if by_creative else "sender"
        key = uuid5(NAMESPACE, storable(f"{message.pk} {side} {once} {text}"))
        answer(message, text=text, key=key, by_creative=by_creative)


def _header(mail: EmailMessage, name: str) -> str:
    """As it came: Python fails on many that are malformed."""
    every = (str(value) for key, value in mail.raw_items() if key.lower() == name.lower())
    return " ".join(every).strip()


def _is_from_a_machine(mail: EmailMessage) -> bool:
    submitted = re.split(r"[;(\s]", _header(mail, "Auto-Submitted").lower())[0]
    kind = _header(mail, "Content-Type").lower()
    return (
        submitted not in ("", "no")
        or _header(mail, "Precedence").lower() in OF_MACHINES
        or _header(mail, "Return-Path") == "<>"
        or kind.startswith("multipart/report")
    )


def _conversation(mail: EmailMessage) -> tuple[ContactMessage, bool]:
    """Which one, and whether the creative writes."""
    found = answered(" ".join(_header(mail, name) for name in ADDRESSED))
    if not found:
        raise RefusedError(_("Nobody can be reached at this address."))
    return found


def _words(mail: EmailMessage, message: ContactMessage, by_creative: bool) -> str:
    """Without the address of who writes, unless they pass it on."""
    try:
        text = written(mail)
    except Exception as error:  # Of any kind: see `_header`.
        raise RefusedError(_unreadable()) from error
    recipient = message.recipient
    if by_creative:
        theirs = {recipient.messages_go_to, recipient.member.email if recipient.member else ""}
    elif message.passes_address:
        return text
    else:
        theirs = {message.sender_email}
    return without(theirs | set(ADDRESS.findall(_header(mail, "From"))), text)


def _unreadable() -> str:
    return _("We cannot read your mail. Please answer by the link in ours.")


def _checked(message: ContactMessage, text: str, *, by_creative: bool) -> str:
    if message.is_blocked:
        said, name = _("%(name)s has ended this conversation."), message.recipient_name
        if by_creative:
            said = _("You have blocked %(name)s: nothing more from them reaches you.")
            name = message.sender_name
        raise RefusedError(said % {"name": name})
    if not text:
        raise RefusedError(_("There is no text in your mail above what it answers."))
    if len(text) > MAX_TEXT:
        raise RefusedError(_("Please keep it under 5,000 characters."))
    a_day_ago = timezone.now() - dt.timedelta(days=1)
    if message.replies.filter(created_at__gte=a_day_ago).count() >= MOST_A_DAY:
        raise RefusedError(_("That is too many messages at once."))
    return text
