"""Pages, figures and prices as the API's schemas say them."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from markdownify import markdownify
from wagtail.rich_text import expand_db_html

from .checklist import Item
from .procedures.answering import Answer

API = "/api/v1/resources"
MARKDOWN = {"heading_style": "ATX", "escape_misc": True}
"""Escaped: a bar in a name would else begin a column of a table."""


def text_as(html: str, wanted: str) -> str:
    return markdownify(html, **MARKDOWN).strip() if wanted == "markdown" else html.strip()


def page(found: Any, room: str) -> dict[str, Any]:
    return {
        "id": found.pk,
        "slug": found.slug,
        "title": found.title,
        "introduction": found.introduction,
        "language": found.locale.language_code,
        "reviewed_on": found.reviewed_on,
        "reviewed_by": found.reviewed_by,
        "html_url": settings.BASE_URL + found.url,
        "api_url": f"{settings.BASE_URL}{API}/{room}/{found.slug}/",
        "updated_at": found.last_published_at,
    }


def figure(found: Any) -> dict[str, Any]:
    value = found.current
    return {
        "slug": found.slug,
        "name": str(found),
        "unit": found.unit,
        "value": value and value.text,
        "amount": value and value.amount,
        "note": value.note if value else "",
        "valid_from": value and value.valid_from,
        "valid_to": value and value.valid_to,
        "source": value and source(value.source_name, value.source_url),
        "certainty": value and value.certainty,
        "to_confirm": value is not None and value.to_confirm,
        "reviewed_on": value and value.reviewed_on,
    }


def figures(found: Iterable[Any]) -> list[dict[str, Any]]:
    """Each once, in the order of the text; those deleted since are left out."""
    known = {one.pk: one for one in found if one is not None}
    return [figure(one) for one in known.values()]


def source(name: str, url: str) -> dict[str, str] | None:
    return {"name": name, "url": url or ""} if name else None


def checklist_item(item: Item, wanted: str) -> dict[str, Any]:
    content = item.content
    return {
        "id": item.id,
        "title": content["title"],
        "explanation": text_as(str(content["explanation"] or ""), wanted),
        "doors": content["doors"],
        "kinds": content["kinds"],
        "phase": content["phase"],
        "days_before": content["days_before"],
        "due": item.due,
        "source": source(content["source_name"], content["source_url"]),
        "figures": figures(content["figures"]),
    }


def procedure(found: Answer) -> dict[str, Any] | None:
    verdict = found.verdict
    if verdict.procedure is None:
        return None
    return {
        "procedure": verdict.procedure,
        "name": found.procedure,
        "day": found.day,
        "candidates": verdict.candidates,
        "days": verdict.days,
        "earliest_deadline": verdict.earliest,
        "needs_opinion": verdict.needs_opinion,
        "figures": figures(found.figures),
    }


def price(row: Any, language: str) -> dict[str, Any]:
    branch = row.branch
    return {
        "service": row.service,
        "branch": branch and {"slug": branch.slug, "name": branch.name_in(language)},
        "unit": row.unit,
        "low": row.low,
        "typical": row.typical,
        "high": row.high,
        "observations": row.observations,
        "year": row.year,
        "source": {"name": row.source, "url": row.source_url},
        "certainty": row.certainty,
        "to_confirm": row.to_confirm,
    }


def organisation(found: Any) -> dict[str, Any]:
    """`found` has its needs fetched."""
    plain = ("slug", "offer", "audience", "grant", "deadline", "locality", "url", "languages")
    sure = ("certainty", "to_confirm", "reviewed_on", "email", "phone")
    placed = found.longitude is not None
    return {
        **{name: getattr(found, name) for name in (*plain, *sure)},
        "name": str(found),
        "needs": [need(one) for one in found.needs.all()],
        "audiences": found.audience_kinds,
        "place": {
            "locality": found.locality,
            "address": found.address,
            "point": (found.longitude, found.latitude) if placed else None,
            "precision": "locality" if found.is_approximate else "exact",
        },
        "api_url": f"{settings.BASE_URL}{API}/organisations/{found.slug}/",
    }


def need(found: Any) -> dict[str, Any]:
    return {"slug": found.slug, "name": str(found), "purpose": found.purpose}


def training(found: Any, wanted: str) -> dict[str, Any]:
    plain = ("school", "school_url", "level", "locality", "languages")
    rich = ("programme", "admission", "dates", "fee", "outcome")
    return {
        **page(found, "trainings"),
        **{name: getattr(found, name) for name in plain},
        "format": wanted,
        **{name: text_as(expand_db_html(getattr(found, name)), wanted) for name in rich},
    }


def gap(found: Any) -> dict[str, Any]:
    return {
        "title": str(found),
        "status": found.status,
        "answer": found.answer,
        "number": found.number,
    }
