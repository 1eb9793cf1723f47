"""JSON-LD for search engines: https://schema.org/ProfilePage, with who it is about and works."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings

from .addresses import absolute
from .models.choices import Kind

if TYPE_CHECKING:
    from .showcase import Showcase

PERSON = "#who"
"""What the one the page is about is called within it, for their works to name."""


def profile_page(profile: "Showcase") -> dict[str, Any]:
    address = settings.BASE_URL + profile.url
    works = [*_works(profile, address), *_works_of_others(profile, address)]
    return {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "url": address,
        "inLanguage": profile.language,
        "dateModified": profile.listing.updated_at.isoformat(),
        "mainEntity": _who(profile, address),
        **({"hasPart": works} if works else {}),
    }


def _who(profile: "Showcase", address: str) -> dict[str, Any]:
    listing, summary = profile.listing, profile.summary
    is_person = listing.kind == Kind.FREELANCER
    who = {
        "@type": _type(listing.kind),
        "@id": address + PERSON,
        "name": listing.name,
        "description": summary["headline"],
        "url": address,
        "image": summary["image"] and absolute(summary["image"]["url"]),
        "knowsLanguage": summary["languages"],
        "knowsAbout": [one["name"] for one in summary["skills"]],
        "sameAs": [one["url"] for one in profile.details["links"]],
        "address": _address(summary["place"]),
    }
    if not is_person:
        who["member"] = [
            {"@type": "Person", "name": one["name"]} for one in profile.details["team"]
        ]
    return _said(who)


def _address(place: dict[str, Any]) -> dict[str, Any]:
    if not place["locality"]:
        return {}
    return _said(
        {
            "@type": "PostalAddress",
            "addressLocality": place["locality"],
            "addressRegion": place["canton"],
        }
    )


def _type(kind: str) -> str:
    return "Person" if kind == Kind.FREELANCER else "Organization"


def _works(profile: "Showcase", address: str) -> Iterator[dict[str, Any]]:
    for work in profile.realisations:
        yield _said(
            {
                "@type": "CreativeWork",
                "name": work["title"],
                "description": work["description"],
                "dateCreated": work["year"] and str(work["year"]),
                "url": work["url"],
                "image": [absolute(picture["url"]) for picture in work["images"]],
                "creator": {"@id": address + PERSON},
                "contributor": [_with_part(_named(one), one["part"]) for one in work["credits"]],
            }
        )


def _works_of_others(profile: "Showcase", address: str) -> Iterator[dict[str, Any]]:
    for work in profile.credited:
        yield _said(
            {
                "@type": "CreativeWork",
                "name": work["title"],
                "dateCreated": work["year"] and str(work["year"]),
                "image": work["image"] and absolute(work["image"]["url"]),
                "creator": _named(work["profile"]),
                "contributor": _with_part({"@id": address + PERSON}, work["part"]),
            }
        )


def _named(one: dict[str, Any]) -> dict[str, Any]:
    address = settings.BASE_URL + one["url"]
    return {
        "@type": _type(one["kind"]),
        "@id": address + PERSON,
        "name": one["name"],
        "url": address,
    }


def _with_part(who: dict[str, Any], part: str) -> dict[str, Any]:
    """https://schema.org/Role stands between the work and who had a part in it."""
    return {"@type": "Role", "roleName": part, "contributor": who} if part else who


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: an empty value is an error to its readers."""
    return {name: value for name, value in values.items() if value}
