"""Two members, one of whom credits the other for a work."""

from contextlib import contextmanager

import pytest
from django.utils.translation import override

from directory import membership
from directory.credits import asking
from directory.models import ProfileListing, ProfilePage


def save(member, **fields):
    with membership.editing(member) as draft:
        for name, value in fields.items():
            setattr(draft, name, value)
        membership.save_draft(draft, by=member)


def page_of(member):
    return ProfilePage.objects.get(member=member)


def credit(member, part="", slug="bo-blum"):
    page = membership.draft_of(member)
    [work] = page.realisations.all()
    whom = ProfileListing.objects.get(slug=slug)
    return asking.credit(page, work, whom=whom, part=part, by=member)


def shown():
    """What each of the two profiles says of the other, from their listings."""
    listings = {one.slug: one.details for one in ProfileListing.objects.all()}
    given = [
        (one["name"], one["part"])
        for work in listings.get("ada-lux", {"realisations": []})["realisations"]
        for one in work["credits"]
    ]
    received = [
        (work["title"], work["profile"]["name"], work["part"])
        for work in listings.get("bo-blum", {"credited": []})["credited"]
    ]
    return given, received


BOTH = ([("Bo Blum", "Sound")], [("Town hall", "Ada Lux", "Sound")])
NOTHING = ([], [])


@contextmanager
def refused(because):
    with override("en"), pytest.raises(membership.Refused, match=because):
        yield
