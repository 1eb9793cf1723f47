"""The code somebody shows at the door: it leads an editor to their line in the list, anybody else
to the log-in. It says nothing of the person and cannot cancel their registration."""

from io import BytesIO
from typing import Any

import segno
from django.conf import settings
from django.core import signing
from django.urls import reverse

from ..choices import Format
from ..models import EventPage, Registration

SIGNER = signing.Signer(salt="events.registering.ticket")


def ticket_of(registration: Registration) -> str:
    return SIGNER.sign(str(registration.pk))


def registration_with(ticket: str) -> Registration | None:
    """None where the ticket is not ours, or its registration gone."""
    try:
        pk = SIGNER.unsign(ticket)
    except signing.BadSignature:
        return None
    return Registration.objects.select_related("seats").filter(pk=pk).first()


def has_door(event: EventPage) -> bool:
    """Whoever comes online shows no code to anybody."""
    return event.format != Format.ONLINE


def qr_png(registration: Registration) -> bytes:
    return _drawn(registration, kind="png", scale=8)


def qr_svg(registration: Registration) -> bytes:
    return _drawn(registration, kind="svg", scale=4, xmldecl=False, svgclass=None)


def _drawn(registration: Registration, **how: Any) -> bytes:
    """Black on white in every theme, for cameras read nothing else."""
    address = settings.BASE_URL + reverse("event_ticket", args=[ticket_of(registration)])
    content = BytesIO()
    segno.make(address, error="m", micro=False).save(content, light="white", **how)
    return content.getvalue()
