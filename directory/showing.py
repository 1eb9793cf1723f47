"""A profile's page, drawn from its listing: the public one, and the preview of a draft."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from cluster.core.sections import ancestors_of, section_of

from .models.listing import ProfileListing
from .projection import compose
from .sharing.embed import share_of
from .showcase import Showcase

if TYPE_CHECKING:
    from .models.profile import ProfilePage


class Part(NamedTuple):
    template: str
    context: dict[str, Any]


profile_parts: list[Callable[[ProfileListing, str], Part | None]] = []
"""What other rooms show on a profile's page: each is given the listing and the language read."""


def show_profile(request: HttpRequest, listing: ProfileListing, **context: Any) -> HttpResponse:
    language = get_language() or settings.LANGUAGE_CODE
    profile = Showcase(listing, language)
    section = section_of("directory.directorypage", language)
    above = ancestors_of(section.url_path) if section else []
    return render(
        request,
        "directory/profile_page.html",
        {
            "profile": profile,
            "alternates": profile.alternates,
            "share": share_of(listing.slug, listing.name, language),
            "parts": _parts(listing, language) if listing.pk else [],
            "breadcrumbs": [(one.title, one.url) for one in above],
            **context,
        },
    )


def preview_profile(request: HttpRequest, page: "ProfilePage", **context: Any) -> HttpResponse:
    """As others will see it, from a listing that is never stored."""
    listing, _terms = compose(page)
    return show_profile(request, listing, is_preview=True, **context)


def _parts(listing: ProfileListing, language: str) -> list[str]:
    parts = (make(listing, language) for make in profile_parts)
    return [render_to_string(part.template, part.context) for part in parts if part]
