"""A card of a profile for somebody's own website: a small page that may be framed anywhere."""

from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt

from ..addresses import profile_url
from ..showcase import Showcase

HEIGHT = 188


def embed(request, listing):
    profile = Showcase(listing, get_language() or settings.LANGUAGE_CODE)
    return render(request, "directory/embed.html", {"profile": profile})


def framed_anywhere(view: Any) -> Any:
    return xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(view))


def share_of(slug: str, name: str, language: str) -> dict[str, Any]:
    """For components/share.html: the addresses to hand on, and what to paste into a page."""
    url = profile_url(slug, language)
    return {
        "name": name,
        "address": settings.BASE_URL + url,
        "card_url": f"{url}card.vcf",
        "qr_url": f"{url}qr.svg",
        "embed_url": f"{url}embed/",
        "snippet": snippet(settings.BASE_URL + url, name),
    }


def snippet(address: str, name: str) -> str:
    return format_html(
        '<iframe src="{}embed/" title="{} · {}" width="100%" height="{}" loading="lazy"'
        ' style="max-width:30rem;border:0"></iframe>',
        address,
        name,
        settings.WAGTAIL_SITE_NAME,
        HEIGHT,
    )
