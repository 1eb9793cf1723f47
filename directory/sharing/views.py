"""What stands below a profile's address for handing it on: vCard, QR code, card to embed."""

from io import BytesIO

import segno
from django.conf import settings
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from ..addresses import profile_url
from ..models.pages import profile_views
from ..showcase import Showcase
from .embed import embed, framed_anywhere
from .vcard import vcard


def card(_request, listing):
    profile = Showcase(listing, get_language() or settings.LANGUAGE_CODE)
    name = content_disposition_header(True, f"{listing.slug}.vcf")
    return HttpResponse(
        vcard(profile),
        content_type="text/vcard; charset=utf-8",
        headers={"Content-Disposition": name},
    )


def qr(_request, listing):
    """Of the profile's address, black on white in every theme, for cameras read nothing else."""
    address = settings.BASE_URL + profile_url(listing.slug, get_language() or "")
    content = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(content, kind="svg", scale=4, light="white", xmldecl=False, svgclass=None)
    return HttpResponse(content.getvalue(), content_type="image/svg+xml")


def connect() -> None:
    profile_views.update({"card.vcf": card, "qr.svg": qr, "embed": framed_anywhere(embed)})
