"""A profile as a contact for an address book: vCard 3.0 (RFC 2426), which all of them read.

Of what the listing shows only: no e-mail address, and a point only where it is the exact one.
"""

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from icalendar.parser import Contentline, Contentlines
from icalendar.prop import vText

from ..addresses import absolute
from ..models.choices import Kind, Precision
from ..showcase import Showcase


def vcard(profile: Showcase) -> bytes:
    """Long lines are folded by the library that writes our calendars."""
    return Contentlines(Contentline(f"{name}:{value}") for name, value in _lines(profile)).to_ical()


def _lines(profile: Showcase) -> Iterator[tuple[str, str]]:
    listing, summary = profile.listing, profile.summary
    place, address = summary["place"], settings.BASE_URL + profile.url
    yield "BEGIN", "VCARD"
    yield "VERSION", "3.0"
    yield "UID", address
    yield "SOURCE", address
    yield "FN", _text(listing.name)
    if listing.kind == Kind.FREELANCER:
        # Which part of a name is the family's is nothing to guess.
        yield "N", f";{_text(listing.name)};;;"
    else:
        yield "N", ";;;;"
        yield "ORG", _text(listing.name)
        yield "X-ABSHOWAS", "COMPANY"
    if summary["headline"]:
        yield "TITLE", _text(summary["headline"])
    if skills := [_text(one["name"]) for one in summary["skills"]]:
        yield "CATEGORIES", ",".join(skills)
    if place["locality"]:
        town, canton = _text(place["locality"]), _text(place["canton"])
        yield "ADR;TYPE=WORK", f";;;{town};{canton};;"
    if place["point"] and place["precision"] == Precision.EXACT:
        longitude, latitude = place["point"]
        yield "GEO", f"{latitude};{longitude}"
    for url in (address, *(one["url"] for one in profile.links)):
        yield "URL", _address(url)
    if picture := summary["image"]:
        yield "PHOTO;VALUE=URI", _address(absolute(picture["url"]))
    yield "REV", listing.updated_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    yield "END", "VCARD"


def _text(text: str) -> str:
    return vText(" ".join(text.split())).to_ical().decode()


def _address(url: str) -> str:
    """A line break in one would begin a line of its own."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")
