"""Opportunities as a table to download, filtered like the list it belongs to."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpResponse

from cluster.core.spreadsheet import download

from .addresses import opportunity_url
from .query import OpportunityQuery

MOST = 5_000
COLUMNS = (
    *("slug", "type", "title", "organisation", "introduction", "branches", "skills"),
    *("workplace", "locality", "canton", "languages", "pay", "pay_min", "pay_max", "pay_unit"),
    *("deadline", "language", "url"),
)
FROM_DETAILS = (
    *("organisation", "introduction", "workplace", "locality", "canton"),
    *("pay", "pay_min", "pay_max", "pay_unit"),
)


def respond(query: OpportunityQuery, *, language: str, today: dt.date) -> HttpResponse:
    return download("opportunities.csv", COLUMNS, _rows(query, language, today))


def _rows(query: OpportunityQuery, language: str, today: dt.date) -> Iterator[dict[str, Any]]:
    for one in query.results(today)[:MOST]:
        yield {name: one.details[name] for name in FROM_DETAILS} | {
            "slug": one.slug,
            "type": one.kind,
            "title": one.title,
            "branches": " ".join(one.branch_slugs),
            "skills": " ".join(one.skill_slugs),
            "languages": " ".join(one.details["languages"]),
            "deadline": one.deadline.isoformat(),
            "language": one.language,
            "url": settings.BASE_URL + opportunity_url(one.slug, language),
        }
