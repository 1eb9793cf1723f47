"""JSON-LD for search engines: https://schema.org/JobPosting."""

import json
from typing import Any

from django.conf import settings
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from directory.showcase import SAFE_IN_A_SCRIPT

from .choices import Kind, Pay, PayUnit, Workplace
from .models.listing import OpportunityListing

EMPLOYED = (Kind.JOB, Kind.INTERNSHIP)
UNITS = {
    PayUnit.HOUR: "HOUR",
    PayUnit.DAY: "DAY",
    PayUnit.MONTH: "MONTH",
    PayUnit.YEAR: "YEAR",
}


def job_posting(listing: OpportunityListing, url: str) -> SafeString:
    """Of jobs and internships that name a place, which readers of it demand; else empty."""
    details = listing.details
    if listing.kind not in EMPLOYED or not details["locality"]:
        return SafeString("")
    text = json.dumps(_as_schema_org(listing, url), ensure_ascii=False)
    return mark_safe(text.translate(SAFE_IN_A_SCRIPT))  # noqa: S308 - escaped as json_script does


def _as_schema_org(listing: OpportunityListing, url: str) -> dict[str, Any]:
    details = listing.details
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": listing.title,
        "description": linebreaks(f"{details['introduction']}\n\n{details['body']}", True),
        "inLanguage": listing.language,
        "datePosted": listing.published_at.date().isoformat(),
        "validThrough": listing.deadline.isoformat(),
        "hiringOrganization": {"@type": "Organization", "name": details["organisation"]},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": details["locality"],
                "addressRegion": details["canton"],
                "addressCountry": "LU",
            },
        },
        "url": settings.BASE_URL + url,
        "directApply": False,
    }
    if listing.kind == Kind.INTERNSHIP:
        found["employmentType"] = "INTERN"
    if details["workplace"] == Workplace.REMOTE:
        found["jobLocationType"] = "TELECOMMUTE"
    return found | _salary(details)


def _salary(details: dict[str, Any]) -> dict[str, Any]:
    low, high, unit = details["pay_min"], details["pay_max"], UNITS.get(details["pay_unit"])
    if details["pay"] != Pay.PAID or unit is None or (low is None and high is None):
        return {}
    amounts = {"minValue": low, "maxValue": high}
    value = {name: amount for name, amount in amounts.items() if amount is not None}
    value |= {"@type": "QuantitativeValue", "unitText": unit}
    return {"baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": value}}
