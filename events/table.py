"""Events as a table to download: a row for each session."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone

from cluster.core.spreadsheet import download

from .dates import local
from .states import state_of_session

if TYPE_CHECKING:
    from .in_lists import HeldSession, ListedEvent

COLUMNS = (
    *("title", "type", "state", "start", "end", "all_day", "format"),
    *("venue", "address", "locality", "longitude", "latitude"),
    *("branches", "skills", "level", "languages", "free", "price", "introduction", "url"),
    "session_state",
)

SAME = (
    *("title", "format", "venue", "address", "locality", "longitude", "latitude"),
    *("level", "price", "introduction"),
)


def respond(events: Iterable["ListedEvent"], *, name: str) -> HttpResponse:
    """Of events with their sessions."""
    rows = (row for event in events for row in _rows(event))
    return download(f"{name}.csv", COLUMNS, rows)


def _rows(event: "ListedEvent") -> list[dict[str, Any]]:
    said, now = _said(event), timezone.now()
    return [said | _of_session(event, session, now) for session in event.every_session]


def _of_session(event: "ListedEvent", session: "HeldSession", now: dt.datetime) -> dict[str, Any]:
    return {
        "session_state": state_of_session(event, session, now).value,
        "start": local(session.start).isoformat(),
        "end": local(session.closes).isoformat(),
        "all_day": _yes(session.all_day),
    }


def _said(event: "ListedEvent") -> dict[str, Any]:
    return {name: getattr(event, name) for name in SAME} | {
        "type": event.event_type,
        "state": event.public_state.value,
        "branches": " ".join(event.branch_slugs),
        "skills": " ".join(event.skill_slugs),
        "languages": " ".join(event.languages),
        "free": _yes(event.free),
        "url": f"{settings.BASE_URL}{event.link}",
    }


def _yes(fact: bool) -> str:
    return "true" if fact else "false"
