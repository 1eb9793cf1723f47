"""Addresses that carry who may open them: what a poster is mailed, with or without an account."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from .models import OpportunityPage

SALT = "directory.opportunities"


def token_of(page: OpportunityPage) -> str:
    return signing.dumps(page.pk, salt=SALT)


def link(page: OpportunityPage) -> str:
    address = reverse("opportunity_by_link", args=[token_of(page)])
    return f"{settings.BASE_URL}{address}?lang={page.mail_language}"


def opened(token: str) -> OpportunityPage | None:
    """None where the token is not one of ours, or what it led to is gone."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return OpportunityPage.objects.filter(pk=pk).first()
