"""The public profile somebody means who types its name or copies its address."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..addresses import directory_url
from ..models import ProfileListing
from ..suggest import suggest
from ..words import fold


def find(typed: str) -> ProfileListing:
    """Raises ValidationError where none, or more than one, is called so."""
    found = _found(typed)
    if not found:
        raise ValidationError(_unknown(typed), code="unknown")
    if len(found) > 1:
        raise ValidationError(
            _("Several profiles are called so. Please copy the address of the right one here."),
            code="several",
        )
    return found[0]


def _unknown(typed: str) -> str:
    sentence = gettext("There is no public profile with this name or address.")
    alike = [one["label"] for one in suggest(typed, get_language()) if one["type"] == "profile"]
    if alike:
        sentence += " " + gettext("Is it %(names)s?") % {"names": ", ".join(alike)}
    return sentence


def _found(typed: str) -> list[ProfileListing]:
    if "/" in typed:
        return _called(_slug(typed))
    named = ProfileListing.objects.filter(sort_name=fold(typed)[:255]).order_by("pk")
    found = [*named[:2]] or _called(typed)
    exactly = [*named.filter(name=typed)[:2]] if len(found) > 1 else []
    return exactly if len(exactly) == 1 else found


def _called(slug: str) -> list[ProfileListing]:
    listing = ProfileListing.called(slug)
    return [listing] if listing else []


def _slug(address: str) -> str:
    """The end of an address below the directory, in whatever language; "" of any other."""
    try:
        path = urlsplit(address).path.strip("/")
    except ValueError:
        return ""
    above, _slash, slug = path.rpartition("/")
    places = {directory_url(language).strip("/") for language in dict(settings.LANGUAGES)}
    # Without https://, the name of the site is taken for the beginning of the path.
    return slug if any(f"/{above}".endswith(f"/{place}") for place in places) else ""
