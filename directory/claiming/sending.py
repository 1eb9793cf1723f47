"""The mail that invites somebody to take over their profile."""

from functools import partial
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from cluster.accounts.mail import letter, send

from ..models import DeclinedInvitation, ProfileOrigin
from .links import VALID, link


def address_of(origin: ProfileOrigin) -> str:
    """Where an invitation would go: "" where nobody can be asked, or nobody wants to be."""
    email = origin.page.contact_email.lower()
    if origin.claimed_at or origin.page.member_id:
        return ""
    try:
        validate_email(email)
    except ValidationError:
        return ""
    declined = DeclinedInvitation.objects.filter(digest=DeclinedInvitation.digest_of(email))
    return "" if declined.exists() else email


@transaction.atomic
def invite(origin: ProfileOrigin) -> bool:
    """Mails a new link, which closes those before; False where there is nobody to write to."""
    origin = ProfileOrigin.objects.select_for_update(of=("self",)).get(pk=origin.pk)
    email = address_of(origin)
    if not email:
        return False
    origin.invitation, origin.invited_email, origin.invited_at = uuid4(), email, timezone.now()
    origin.save(update_fields=["invitation", "invited_email", "invited_at"])
    transaction.on_commit(partial(_write, origin))
    return True


def _write(origin: ProfileOrigin) -> None:
    language = language_of(origin)
    context = {
        "name": origin.page.draft_title,
        "take": link(origin, "invitation", language=language),
        "decline": link(origin, "invitation_declined", language=language),
        "days": VALID.days,
    }
    said = letter("directory/mail/invitation.txt", context, language=language)
    send.enqueue(**said, to=origin.invited_email)


def language_of(origin: ProfileOrigin) -> str:
    """The one their text is in, else the site's first: more is not known of them."""
    written = {text.language for text in origin.page.texts.all()}
    return next(
        (code for code in settings.LOCALE_LABELS if code in written), settings.LANGUAGE_CODE
    )
