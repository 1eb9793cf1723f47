"""The demo's events, past and coming, counted from the day they are loaded."""

import datetime as dt
import json
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from directory.demo.writing import picture
from directory.models import Branch, ProfilePage, Skill

from .dates import DAY, midnight
from .models import AgendaPage, EventPage, EventPerson, EventQuestion, EventSession, ProgrammeEvent

DATA = Path(__file__).parent / "demo_data" / "events.json"
COPIED = (
    "format",
    "venue",
    "locality",
    "online_url",
    "languages",
    "level",
    "registration",
    "registration_for",
    "registration_url",
    "capacity",
    "max_persons",
    "free",
    "price",
    "state",
)


def load(say: Callable[[str], None]) -> None:
    say(f"{load_demo_events()} events made")


@transaction.atomic
def load_demo_events() -> int:
    """Makes the events that are missing, leaves those that are there; how many were made."""
    agendas = {one.locale.language_code: one for one in AgendaPage.objects.select_related("locale")}
    branches = {branch.slug: branch for branch in Branch.objects.all()}
    profiles = list(ProfilePage.objects.live().order_by("pk")[:30])
    make = partial(_make, agendas=agendas, branches=branches, today=timezone.localdate())
    facts = json.loads(DATA.read_text(encoding="utf-8"))
    made = sum(make(one, hosts=_hosts(profiles, i)) for i, one in enumerate(facts))
    _fill_programmes(facts)
    return made


def _fill_programmes(facts: list[dict[str, Any]]) -> None:
    """Those that have no event yet."""
    by_key = {one["key"]: one for one in facts}
    for festival in (one for one in facts if "programme" in one):
        parts = [_slug(by_key[key]) for key in festival["programme"]]
        events = list(EventPage.objects.filter(slug__in=parts, locale__language_code="fr"))
        first = EventPage.objects.get(slug=_slug(festival), locale__language_code="fr")
        for page in first.get_translations(inclusive=True).filter(programme=None):
            page.programme.set([ProgrammeEvent(event=event) for event in events])
            page.save_revision().publish()


def _slug(facts: dict[str, Any]) -> str:
    return facts["texts"]["fr"]["slug"]


def _hosts(profiles: list[ProfilePage], number: int) -> list[ProfilePage]:
    """Two profiles an event, others each time."""
    return list(islice(profiles, number * 2 % 30, number * 2 % 30 + 2))


def _make(
    facts: dict[str, Any],
    *,
    agendas: dict[str, AgendaPage],
    branches: dict[str, Branch],
    today: dt.date,
    hosts: list[ProfilePage],
) -> int:
    first, made = None, 0
    for language, texts in facts["texts"].items():
        agenda = agendas[language]
        page = EventPage.objects.child_of(agenda).filter(slug=texts["slug"]).first()
        if page is None:
            page = _page(facts, texts)
            page.locale = agenda.locale
            page.sessions.set(_sessions(facts["sessions"], today, first))
            page.branches = [branches[slug] for slug in facts["branches"] if slug in branches]
            page.skills = Skill.objects.filter(slug__in=facts.get("skills", ()))
            page.questions.set(_questions(texts, agenda.locale, first))
            page.people.set(
                EventPerson(profile=host, role=role)
                for host, role in zip(hosts, ("organiser", "speaker"), strict=False)
            )
            if facts.get("pictured"):
                page.image = picture(facts["branches"][0], texts["slug"], decorative=True)
            if first is not None:
                page.translation_key = first.translation_key
                page.image = first.image
            agenda.add_child(instance=page)
            page.save_revision().publish()
            made += 1
        first = first or page
    return made


def _page(facts: dict[str, Any], texts: dict[str, Any]) -> EventPage:
    return EventPage(
        title=texts["title"],
        slug=texts["slug"],
        introduction=texts["introduction"],
        body="".join(f"<p>{paragraph}</p>" for paragraph in texts["body"]),
        access_notes=texts.get("access", ""),
        recap=[("text", f"<p>{paragraph}</p>") for paragraph in texts.get("recap", ())],
        event_type=facts["type"],
        **{name: facts[name] for name in COPIED if name in facts},
    )


def _questions(
    texts: dict[str, Any], locale: Locale, first: EventPage | None
) -> list[EventQuestion]:
    """A translation's are those of the first page in other words: one answer, one column."""
    asked = [
        EventQuestion(locale=locale, sort_order=number, label=label)
        for number, label in enumerate(texts.get("questions", ()))
    ]
    for one, original in zip(asked, first.questions.all() if first else (), strict=False):
        one.translation_key = original.translation_key
    return asked


def _sessions(
    rows: list[dict[str, Any]], today: dt.date, first: EventPage | None
) -> list[EventSession]:
    """A translation's sessions are those of the first page, so that calendars see one event."""
    if first is not None:
        return [
            EventSession(
                uid=one.uid,
                sort_order=one.sort_order,
                start=one.start,
                end=one.end,
                all_day=one.all_day,
                cancelled=one.cancelled,
                capacity=one.capacity,
            )
            for one in first.sessions.all()
        ]
    return [_session(row, today, place) for place, row in enumerate(rows)]


def _session(row: dict[str, Any], today: dt.date, place: int) -> EventSession:
    first = today + row["day"] * DAY
    last = today + row.get("last_day", row["day"]) * DAY
    if row.get("all_day"):
        days = {"start": midnight(first), "end": midnight(last), "all_day": True}
        return EventSession(sort_order=place, **days)
    zone = timezone.get_default_timezone()
    start, end = (dt.time.fromisoformat(row[name]) for name in ("start", "end"))
    return EventSession(
        sort_order=place,
        start=dt.datetime.combine(first, start, zone),
        end=dt.datetime.combine(last, end, zone),
        capacity=row.get("capacity"),
    )
