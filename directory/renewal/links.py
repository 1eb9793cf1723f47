"""The address by which a member confirms their profile without logging in: it holds for one
confirmation, and does nothing once there is a newer one."""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from ..models import ProfilePage

SALT = "directory.renewal"


def token_of(page: ProfilePage) -> str:
    confirmed = page.confirmed_at.isoformat() if page.confirmed_at else ""
    return signing.dumps([page.pk, confirmed], salt=SALT)


def link(page: ProfilePage) -> str:
    address = reverse("profile_renewal", args=[token_of(page)])
    return f"{settings.BASE_URL}{address}?lang={page.mail_language}"


def opened(token: str) -> tuple[ProfilePage, bool] | None:
    """The profile, and whether it still waits for this confirmation; None where the token is not
    ours or the profile is gone."""
    try:
        pk, confirmed = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    page = ProfilePage.objects.select_related("member").filter(pk=pk).first()
    if page is None or page.confirmed_at is None or not (page.live or page.lapsed_at):
        return None
    return page, page.confirmed_at.isoformat() == confirmed
