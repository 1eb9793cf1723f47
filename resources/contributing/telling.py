"""What was told, kept once; or, without the proof of a browser, carried by a link until its reader
confirms it. The address that the link goes to is kept nowhere."""

from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import get_language

from cluster.accounts.mail import letter, send
from cluster.core.sections import open_to_all

from ..models import PriceListPage, PriceObservation, PriceRow

SALT = "resources.told-price"
DAYS = 7


def keep(page: PriceListPage, told: dict[str, Any]) -> PriceObservation:
    """The same form again does nothing; corrected and sent again, it is another."""
    said = "\n".join(str(told[name]) for name in ("row", "service", "unit", "amount", "year"))
    observation, _made = PriceObservation.objects.get_or_create(
        key=uuid5(UUID(told["key"]), said),
        defaults={
            "page": page,
            "row": PriceRow.objects.filter(pk=told["row"]).first() if told["row"] else None,
            "service": told["service"],
            "unit": told["unit"],
            "amount": Decimal(told["amount"]),
            "year": told["year"],
            "is_outlier": told["is_outlier"],
        },
    )
    return observation


def ask(page: PriceListPage, told: dict[str, Any], *, by_mail_to: str) -> None:
    context = {"link": _link(page, told)}
    said = letter("resources/mail/told_price.txt", context, language=get_language() or "")
    send.enqueue(**said, to=by_mail_to)


def opened(token: str) -> tuple[PriceListPage, dict[str, Any]] | None:
    """None where the token is none of ours, too old, or its list is not open any more."""
    try:
        pk, told = signing.loads(token, salt=SALT, max_age=DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    page = open_to_all(PriceListPage.objects.filter(pk=pk)).first()
    row = told["row"]
    if page is None or (row and not PriceRow.objects.filter(pk=row).exists()):
        return None
    return page, told


def token_of(page: PriceListPage, told: dict[str, Any]) -> str:
    return signing.dumps([page.pk, told], salt=SALT, compress=True)


def _link(page: PriceListPage, told: dict[str, Any]) -> str:
    address = reverse("confirm_told_price", args=[token_of(page, told)])
    return f"{settings.BASE_URL}{address}?lang={get_language()}"
