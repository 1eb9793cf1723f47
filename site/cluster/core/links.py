"""Addresses an editor types."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SCHEMES = ("https", "http", "mailto", "tel")


def check_address(value: str) -> None:
    """Raises unless it is an address on this site ("/…") or a full one of a usual scheme."""
    parts = urlsplit(value)
    inside = value.startswith("/") and not value.startswith("//")
    if not inside and (parts.scheme not in SCHEMES or not (parts.netloc or parts.path)):
        raise ValidationError(_("Begin with / for this site, or with https:// for another one."))
