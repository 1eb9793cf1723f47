"""Where a profile is found; known without asking the database."""

from typing import Any

from django.conf import settings

from cluster.core.sections import section_of

API = "/api/v1/directory/profiles/"
SHORTLIST = {"fr": "selection", "en": "shortlist", "de": "auswahl", "lb": "auswiel"}
"""What a visitor's list of profiles is called below each language's directory; no profile is."""
PICTURE = ("url", "width", "height", "alt")
"""What programs get of a picture in a list."""


def directory_url(language: str) -> str:
    section = section_of("directory.directorypage", language)
    return section.url if section else "/"


def profile_url(slug: str, language: str) -> str:
    return f"{directory_url(language)}{slug}/"


def shortlist_url(language: str) -> str:
    section = section_of("directory.directorypage", language)
    return f"{section.url}{SHORTLIST[section.language]}/" if section else "/"


def addressed(summary: dict[str, Any], language: str) -> dict[str, Any]:
    """A summary with its addresses and those of its picture, for readers elsewhere."""
    picture = summary["image"]
    return {
        **linked(summary, language),
        "image": picture
        and {**{name: picture[name] for name in PICTURE}, "url": absolute(picture["url"])},
    }


def linked(named: dict[str, Any], language: str) -> dict[str, Any]:
    """Whatever names a profile by its slug, with where that is found."""
    return {
        **named,
        "html_url": settings.BASE_URL + profile_url(named["slug"], language),
        "api_url": f"{settings.BASE_URL}{API}{named['slug']}/",
    }


def absolute(url: str) -> str:
    """Media may lie on another host, whose address is complete already."""
    return settings.BASE_URL + url if url.startswith("/") else url
