"""Addresses that carry who may open them, for people who have no account."""

from typing import Literal

from django.conf import settings
from django.core import signing
from django.urls import reverse

from ..models.contact import ContactMessage

SALT = "directory.contact"
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
