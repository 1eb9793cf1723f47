"""The address in an invitation: it opens one profile, for so many days, until the next one."""

import datetime as dt
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from ..models import ProfileOrigin

SALT = "directory.invitation"
VALID = dt.timedelta(days=60)


def token_of(origin: ProfileOrigin) -> str:
    return signing.dumps(str(origin.invitation), salt=SALT)


def link(origin: ProfileOrigin, name: str, *, language: str) -> str:
    return f"{settings.BASE_URL}{reverse(name, args=[token_of(origin)])}?lang={language}"


def opened(token: str) -> ProfileOrigin | None:
    """None where the link is not ours, is too old, or a newer one was sent, and where the profile
    was taken over or deleted: whoever asks cannot tell which."""
    try:
        invitation = UUID(signing.loads(token, salt=SALT, max_age=VALID))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return None
    origins = ProfileOrigin.objects.select_related("page")
    return origins.filter(invitation=invitation, claimed_at=None, page__member=None).first()
