"""A member's registrations as data to take along, and how they go for good."""

from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress

from .models import Registration
from .models.seats import RegistrationQuerySet
from .registering.registration import erase

if TYPE_CHECKING:
    from cluster.accounts.models import User

FIELDS = (
    "name",
    "email",
    "language",
    "persons",
    "status",
    "registered_at",
    "seated_at",
    "verified_at",
    "offer_until",
    "consent",
    "consented_at",
)


def registrations_of(user: "User") -> RegistrationQuerySet:
    """Those made with an address that is proven to be the member's; no account is needed to make
    one, so anybody may have typed the others."""
    addresses = EmailAddress.objects.filter(user=user, verified=True).values_list(
        "email", flat=True
    )
    emails = [address.lower() for address in addresses]
    return Registration.objects.filter(email__in=emails).select_related("seats")


def data_of(user: "User") -> list[dict[str, Any]]:
    """`session` is when the one begins that they chose."""
    return [
        {"event": one.seats.title, "session": one.seats.start}
        | {name: getattr(one, name) for name in FIELDS}
        | {"arrivals": [arrival.at for arrival in one.arrivals.all()]}
        | {"answers": {given["question"]: given["answer"] for given in one.given_answers.values()}}
        for one in registrations_of(user).prefetch_related("arrivals")
    ]


def erase_registrations(user: "User") -> None:
    for registration in registrations_of(user).order_by("seats__translation_key", "seats_id"):
        erase(registration)
