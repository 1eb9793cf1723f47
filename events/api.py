"""`/api/v1/events/`: the agenda for programs."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router
from ninja.errors import ValidationError
from wagtail.rich_text import expand_db_html

from cluster.core.api import LanguageQuery, language_of
from directory.models import Branch
from directory.vocabulary import Names, every_branch, name_in, names_of

from .choices import Format, PublicState
from .dates import local
from .details import EventDetails
from .in_lists import HeldSession, ListedEvent
from .models import EventPage, EventSession, ListedSession
from .offers import where_to_register
from .programme import programmes_in
from .programme_shown import ShownProgramme
from .query import EventQuery
from .schemas import EventDetailOut, EventListOut, EventListQuery
from .skills import skills_in
from .states import state_of_session

router = Router()
OTHERS = ("lang", "limit", "offset")
Told = EventPage | ListedEvent


@router.get("/", response=EventListOut, summary="Find events")
def events(request: HttpRequest, parameters: Query[EventListQuery]) -> dict[str, Any]:
    """Coming ones, next first, unless `from` or `to` say otherwise."""
    language = language_of(request)
    branches = {branch.slug: branch for branch in every_branch()}
    query = _strict(request, branches)
    found = query.of(ListedSession.objects.in_language(language), now=timezone.now())
    window = found[parameters.offset : parameters.offset + parameters.limit]
    listed = list(window.in_tables(EventPage.objects.seen()))
    names = names_of("skill", {slug for event in listed for slug in event.skill_slugs})
    items = [
        _summary(event, _branches(event, branches, language), _skills(event, names, language))
        for event in listed
    ]
    return {"count": found.count(), "items": items}


@router.get("/{slug}/", response=EventDetailOut, summary="One event whole")
def event(request: HttpRequest, slug: str, parameters: Query[LanguageQuery]) -> dict[str, Any]:
    """In the language asked for where several have an event of this slug."""
    language = language_of(request)
    found = EventPage.objects.seen().named(slug, language) if slug.isprintable() else None
    if found is None:
        raise Http404
    details = EventDetails(found)
    branches = [
        {"slug": branch.slug, "name": branch.name_in(language)} for branch in details.branches
    ]
    skills = _skills(found, details.skills, language)
    return _summary(found, branches, skills) | _more(found, details) | _parts(found, language)


def _strict(request: HttpRequest, branches: dict[str, Branch]) -> EventQuery:
    """Where the page says what it ignores, the API answers 422."""
    programmes = programmes_in(request.GET, EventPage.objects.seen(), language_of(request))
    query = EventQuery.read(
        request.GET,
        branches=branches,
        skills=skills_in(request.GET),
        programmes=programmes,
        known=OTHERS,
    )
    if query.ignored:
        raise ValidationError(
            [
                {"type": "value_error", "loc": ["query", one.name], "msg": one.reason}
                for one in query.ignored
            ]
        )
    return query


def _branches(event: Told, branches: dict[str, Branch], language: str) -> list[dict[str, str]]:
    return [
        {"slug": slug, "name": branches[slug].name_in(language)}
        for slug in event.branch_slugs
        if slug in branches
    ]


def _skills(event: Told, names: dict[str, Names], language: str) -> list[dict[str, str]]:
    return [
        {"slug": slug, "name": name_in(names[slug], language)}
        for slug in event.skill_slugs
        if slug in names
    ]


def _summary(
    event: Told, branches: list[dict[str, str]], skills: list[dict[str, str]]
) -> dict[str, Any]:
    return {
        "id": event.pk,
        "slug": event.slug,
        "language": event.language,
        "title": event.title,
        "introduction": event.introduction,
        "type": event.event_type,
        "format": event.format,
        "branches": branches,
        "skills": skills,
        "level": event.level,
        "sessions": [_session(event, session) for session in event.every_session],
        "place": _place(event),
        "registration_for": event.registration_for,
        "capacity": event.all_seats,
        "seats_left": event.seats_left,
        "state": event.public_state.value,
        "html_url": f"{settings.BASE_URL}{event.link}",
        "api_url": f"{settings.BASE_URL}/api/v1/events/{event.slug}/",
    }


def _more(event: EventPage, details: EventDetails) -> dict[str, Any]:
    over = event.public_state == PublicState.OVER
    return {
        "body": expand_db_html(event.body),
        "documents": [
            _document(block.value) for block in event.documents if block.value["document"]
        ],
        "recap": event.recap.render_as_block() if over and event.recap else "",
        "free": event.free,
        "price": event.price,
        "access_notes": event.access_notes,
        "spoken_languages": event.languages,
        "people": [
            {"name": one.name, "role": str(one.role.label), "slug": one.slug or None}
            for one in details.people
        ],
        "registration_url": where_to_register(event),
        "ics_url": f"{settings.BASE_URL}{event.link}event.ics",
        "updated_at": event.last_published_at and local(event.last_published_at),
    }


def _document(value: Any) -> dict[str, Any]:
    document = value["document"]
    return {
        "title": value["title"] or document.title,
        "url": urljoin(settings.BASE_URL, document.url),
        "type": document.file_extension,
        "size": document.get_file_size() or 0,
    }


def _parts(event: EventPage, language: str) -> dict[str, Any]:
    programme = ShownProgramme(event, language)
    return {
        "part_of": [
            {"slug": one.slug, "title": one.title, "html_url": f"{settings.BASE_URL}{one.link}"}
            for one in programme.part_of
        ],
        "programme_url": f"{settings.BASE_URL}{programme.links.api}"
        if programme.sessions
        else None,
    }


def _session(event: Told, session: EventSession | HeldSession) -> dict[str, Any]:
    each = event.per_session
    return {
        "id": str(session.uid),
        "start": local(session.start),
        "end": local(session.closes),
        "all_day": session.all_day,
        "capacity": event.capacity_of(session) if each else None,
        "seats_left": event.left_of(session) if each else None,
        "state": state_of_session(event, session, timezone.now()).value,
    }


def _place(event: Told) -> dict[str, Any] | None:
    known = event.venue or event.locality or event.address or event.is_on_the_map
    if event.format == Format.ONLINE or not known:
        return None
    point = None if event.longitude is None else (event.longitude, event.latitude)
    return {
        "venue": event.venue,
        "address": event.address,
        "locality": event.locality,
        "point": point,
    }
