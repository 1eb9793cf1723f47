"""An opportunity's page, drawn from its listing: the public one, and the preview of a draft."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from cluster.core.sections import ancestors_of, section_of
from directory.addresses import profile_url
from directory.models import Branch, ProfileListing
from directory.models.choices import CHOICES
from directory.vocabulary import name_in, names_of

from . import structured
from .addresses import MODEL, alternates_of, list_url, opportunity_url
from .choices import Kind
from .matching import Fit, fitting_profiles
from .models.listing import OpportunityListing
from .wording import pay_in_words, place_in_words

if TYPE_CHECKING:
    from .models.opportunity import OpportunityPage


class Opportunity:
    """One listing in one language."""

    def __init__(self, listing: OpportunityListing, language: str, today: dt.date):
        self.listing, self.language, self.today = listing, language, today
        self.details: dict[str, Any] = listing.details
        self.list_url = list_url(language)
        self.url = opportunity_url(listing.slug, language)
        self.alternates = alternates_of(listing.slug)

    @property
    def is_open(self) -> bool:
        return not self.listing.is_filled and self.listing.deadline >= self.today

    @property
    def kind(self) -> str:
        return str(Kind(self.listing.kind).label)

    @property
    def place(self) -> str:
        return place_in_words(self.details)

    @property
    def pay(self) -> str:
        return pay_in_words(self.details)

    @property
    def contact_url(self) -> str:
        answered_here = self.is_open and self.details["contactable"]
        return f"{self.url}contact/" if answered_here else ""

    @property
    def answer_url(self) -> str:
        return self.details["answer_url"] if self.is_open else ""

    @cached_property
    def branches(self) -> list[dict[str, Any]]:
        found = {one.slug: one for one in Branch.objects.all()}
        return [
            {
                "name": found[slug].name_in(self.language),
                "colour": found[slug].position,
                "url": f"{self.list_url}?branch={slug}",
            }
            for slug in self.listing.branch_slugs
            if slug in found
        ]

    @property
    def skills(self) -> list[dict[str, str]]:
        slugs = self.listing.skill_slugs
        names = names_of("skill", slugs)
        return [
            {"name": name_in(names[slug], self.language), "url": f"{self.list_url}?skill={slug}"}
            for slug in slugs
            if slug in names
        ]

    @property
    def spoken(self) -> list[str]:
        return [str(CHOICES["language"].get(one, one)) for one in self.details["languages"]]

    @cached_property
    def poster(self) -> dict[str, str] | None:
        """The poster's profile, while that is public."""
        key = self.details["profile"]
        found = key and ProfileListing.objects.filter(pk=key).values("name", "slug").first()
        if not found:
            return None
        return {"name": found["name"], "url": profile_url(found["slug"], self.language)}

    @cached_property
    def fitting(self) -> list[Fit]:
        return fitting_profiles(self.listing, self.language) if self.is_open else []

    @property
    def structured(self) -> SafeString:
        """JSON-LD of a job or internship that says enough, else empty."""
        return structured.job_posting(self.listing, self.url) if self.is_open else SafeString("")


def show_opportunity(request: HttpRequest, listing: OpportunityListing, **context) -> HttpResponse:
    language = get_language() or settings.LANGUAGE_CODE
    shown = Opportunity(listing, language, timezone.localdate())
    section = section_of(MODEL, language)
    above = ancestors_of(section.url_path) if section else []
    return render(
        request,
        "opportunities/opportunity_page.html",
        {
            "opportunity": shown,
            "alternates": shown.alternates,
            "breadcrumbs": [(one.title, one.url) for one in above],
            **context,
        },
    )


def preview_opportunity(request: HttpRequest, page: "OpportunityPage", **context) -> HttpResponse:
    """As others will see it, from a listing that is never stored."""
    from .projection import compose  # noqa: PLC0415 - it imports the models, which import this

    listing, _terms = compose(page)
    return show_opportunity(request, listing, is_preview=True, **context)
