"""Answers that somebody writes in their own mail program, to the address that our mail gave them.
The mail server that receives for `REPLY_ADDRESS` hands over what comes."""

import datetime as dt
import re
from email import policy
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
from uuid import UUID, uuid5

from bs4.exceptions import ParserRejectedMarkup
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from mailparser_reply.parser import EmailMessage as Conversation
from wagtail.utils.text import text_from_html

from ..models.contact import MAX_TEXT, ContactMessage
from .links import answer_addresses, answered
from .writing import answer

NAMESPACE = UUID("6e0c4a0e-8a9c-5d55-9d2c-1f0a5a6f5d11")
ADDRESSED = ("X-Original-To", "Delivered-To", "To", "Cc")
LANGUAGES = ["fr", "de", "en"]
"""In which mail programs say whose words follow; Luxembourgish ones use one of them."""
MOST_A_DAY = 30
"""Two machines that answer each other stop."""
LONGEST = 2 * MAX_TEXT
"""What is looked at: it holds the longest answer, and how mail programs begin what it answers. The
search for that takes long in long lines."""
MARK = re.compile(r"##-.*-##")


class RefusedError(Exception):
    """Why an answer is not taken, in its writer's language."""


def take(raw: bytes) -> None:
    """Passes an answer on; the same mail again does nothing, nor does what a machine answers.
    Raises RefusedError."""
    # The newer policy raises on some malformed headers; this one reads any.
    head = BytesParser(policy=policy.compat32).parsebytes(raw, headersonly=True)
    if _said(head, "Auto-Submitted") not in {"", "no"} or _said(head, "Precedence") == "bulk":
        return
    message, by_creative = _conversation(head)
    language = message.recipient.mail_language if by_creative else message.sender_language
    with override(language):
        mail = BytesParser(policy=policy.default).parsebytes(raw)
        text = _checked(message, written(mail), by_creative=by_creative)
        key = uuid5(NAMESPACE, f"{message.pk} {head.get('Message-ID', '')} {text}")
        answer(message, text=text, key=key, by_creative=by_creative)


def written(mail: EmailMessage) -> str:
    """What is new in it, without what it answers and without a signature."""
    part = mail.get_body(("plain", "html"))
    text = _content(part) if part else ""
    if part and part.get_content_type() == "text/html":
        text = _text_of(text)
    trimmed = "\n".join(line.rstrip() for line in text.split("\n"))
    lines = re.sub(r"\n{3,}", "\n\n", trimmed)[:LONGEST].split("\n")
    end = next((at for at, line in enumerate(lines) if _is_ours(line)), len(lines))
    own = [line for line in lines[:end] if not line.startswith(">")]
    first = Conversation("\n".join(own), LANGUAGES, keep_hyphen_lists=True).read().replies[0]
    new = "" if first.headers else first.content
    return _kept("\n\n".join(filter(None, [new, _left_out(mail)])))


def _said(head: Message, header: str) -> str:
    """Without what may follow in brackets or behind a semicolon."""
    return re.split(r"[;(]", str(head.get(header, "")))[0].strip().lower()


def _conversation(head: Message) -> tuple[ContactMessage, bool]:
    """Which one, and whether the creative writes."""
    found = answered(" ".join(str(one) for name in ADDRESSED for one in head.get_all(name, [])))
    if not found:
        raise RefusedError(_("Nobody can be reached at this address."))
    return found


def _checked(message: ContactMessage, text: str, *, by_creative: bool) -> str:
    if message.is_blocked and by_creative:
        said = _("You have blocked %(name)s: nothing more from them reaches you.")
        raise RefusedError(said % {"name": message.sender_name})
    if message.is_blocked:
        name = message.recipient_name
        raise RefusedError(_("%(name)s has ended this conversation.") % {"name": name})
    if not text:
        raise RefusedError(_("There is no text in your mail above what it answers."))
    if len(text) > MAX_TEXT:
        raise RefusedError(_("Please keep it under 5,000 characters."))
    a_day_ago = timezone.now() - dt.timedelta(days=1)
    if message.replies.filter(created_at__gte=a_day_ago).count() >= MOST_A_DAY:
        raise RefusedError(_("That is too many messages at once."))
    return text


def _content(part: MIMEPart) -> str:
    try:
        return part.get_content(errors="replace")
    except (LookupError, ValueError):
        # A charset that does not exist, or is none of text.
        raw = part.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def _text_of(html: str) -> str:
    """Nothing where it is no HTML."""
    try:
        return text_from_html(re.sub(r"(?i)<br\b|</(p|div|li|tr)>", r"\n\g<0>", html))
    except ParserRejectedMarkup:
        return ""


def _kept(text: str) -> str:
    """Without what no database keeps, which forms refuse: half characters and NUL."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _is_ours(line: str) -> bool:
    """Whether it is of the mail that is answered, or begins a signature. A link or an address in it
    may be that of who writes: nobody else is to have it."""
    ours = (f"{settings.BASE_URL}/messages/", f"{settings.BASE_URL}/me/messages/")
    holds_ours = answer_addresses(line) or any(one in line for one in ours)
    return line.strip() == "--" or bool(MARK.search(line) or holds_ours)


def _left_out(mail: EmailMessage) -> str:
    names = [part.get_filename() for part in mail.iter_attachments() if part.get_filename()]
    attached = [name for name in names if name]
    said = _("Attached to the mail, and not passed on: %(names)s")
    return said % {"names": ", ".join(attached)} if attached else ""
