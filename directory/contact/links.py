"""Addresses that carry who may open them, or answer to them, for people who have no account."""

import re
from typing import Literal

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from ..models.contact import ContactMessage

SALT = "directory.contact"
MAIL_SALT = "directory.contact.by_mail"
Purpose = Literal["sender", "creative", "confirm", "report"]


def link(message: ContactMessage, purpose: Purpose, *, language: str) -> str:
    token = signing.dumps([message.pk, purpose], salt=SALT)
    address = {"confirm": "contact_confirm", "report": "contact_report"}.get(
        purpose, "contact_conversation"
    )
    return f"{settings.BASE_URL}{reverse(address, args=[token])}?lang={language}"


def opened(token: str, *purposes: Purpose) -> tuple[ContactMessage, Purpose] | None:
    """The message and what the link was made for; None where the token is not one of ours."""
    try:
        pk, purpose = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    messages = ContactMessage.objects.select_related("profile__member", "page")
    message = messages.filter(pk=pk).first()
    return (message, purpose) if message and purpose in purposes else None


def answer_address(message: ContactMessage, *, by_creative: bool) -> str:
    """Where who has it answers by mail; "" where the site receives none."""
    if not settings.REPLY_ADDRESS:
        return ""
    box, host = settings.REPLY_ADDRESS.split("@")
    side = "c" if by_creative else "s"
    return f"{box}+{message.pk}{side}{_seal(message.pk, side)}@{host}"


def answered(text: str) -> tuple[ContactMessage, bool] | None:
    """The message of such an address in a text, and whether it is the creative's; None without."""
    for pk, side, seal in answer_addresses(text):
        if constant_time_compare(seal.lower(), _seal(int(pk), side.lower())):
            message = ContactMessage.objects.filter(pk=pk).first()
            return (message, side.lower() == "c") if message else None
    return None


def answer_addresses(text: str) -> list[tuple[str, str, str]]:
    """Message, side and seal of all that look like one."""
    box, host = map(re.escape, settings.REPLY_ADDRESS.split("@"))
    address = rf"\b{box}\+(\d{{1,18}})([cs])([0-9a-f]+)@{host}"
    return re.findall(address, text, re.IGNORECASE)


def _seal(pk: int, side: str) -> str:
    """Short, and of digits that survive a change of case: mail servers do not always keep it."""
    return salted_hmac(MAIL_SALT, f"{pk}{side}", algorithm="sha256").hexdigest()[:24]
