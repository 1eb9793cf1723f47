"""What taking part costs, as search engines read it."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings

from .choices import PublicState, RegistrationMode
from .dates import local

if TYPE_CHECKING:
    from .models import EventPage

CURRENCY = "EUR"
NUMBER = r"(?<![\d.,])(\d{1,3}(?:[ .\u00a0\u202f'’]\d{3})+(?:[.,]\d{1,2})?|\d{1,6}(?:[.,]\d{1,2})?)"
AMOUNT = re.compile(rf"{NUMBER}\s*(?:€|EUR\b|euros?\b)|(?:€|\bEUR)\s*{NUMBER}(?!\d)", re.A | re.I)
CENTS = re.compile(r"[.,](\d{1,2})$", re.ASCII)
TAKEN = {
    PublicState.ANNOUNCED: "InStock",
    PublicState.FULL: "SoldOut",
}


def offers_of(event: "EventPage") -> list[dict[str, Any]]:
    """One for each price that is named in euros; where none is, one without."""
    amounts = [Decimal(0)] if event.free else amounts_in(event.price)
    common = {
        "@type": "Offer",
        "url": where_to_register(event) or f"{settings.BASE_URL}{event.link}",
        "availability": f"https://schema.org/{_availability(event)}",
    }
    if event.first_published_at:
        common["validFrom"] = local(event.first_published_at).isoformat()
    prices = [{"price": f"{amount:.2f}", "priceCurrency": CURRENCY} for amount in amounts]
    return [common | price for price in prices or [{}]]


def where_to_register(event: "EventPage") -> str | None:
    here = f"{settings.BASE_URL}{event.link}registration/"
    urls = {RegistrationMode.HERE: here, RegistrationMode.ELSEWHERE: event.registration_url}
    return urls.get(RegistrationMode(event.registration))


def amounts_in(text: str) -> list[Decimal]:
    """Of euros, as people write them: 25 €, € 12,50, 1 200 EUR."""
    found = [before or after for before, after in AMOUNT.findall(text)]
    return [_amount(number) for number in dict.fromkeys(found)]


def _amount(number: str) -> Decimal:
    cents = CENTS.search(number)
    whole = number[: cents.start()] if cents else number
    return Decimal(f"{re.sub('[^0-9]', '', whole)}.{cents[1] if cents else 0}")


def _availability(event: "EventPage") -> str:
    closed = event.registration == RegistrationMode.HERE and not event.takes_registrations
    return "OutOfStock" if closed else TAKEN.get(event.public_state, "OutOfStock")
