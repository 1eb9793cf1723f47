"""Opportunities as a table to download, filtered like the list it belongs to."""

import csv
import datetime as dt

from django.conf import settings
from django.http import HttpResponse

from cluster.core.spreadsheet import not_a_formula

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
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="opportunities.csv"'},
    )
    table = csv.DictWriter(response, COLUMNS)
    table.writeheader()
    for one in query.results(today)[:MOST]:
        row = {name: one.details[name] for name in FROM_DETAILS} | {
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
        table.writerow({name: not_a_formula(value) for name, value in row.items()})
    return response
