import datetime as dt
from uuid import uuid4

from django.utils import timezone

from cluster.core.sections import section_of
from events.models import AgendaPage, EventPage, EventProposal, EventSession
from events.proposing import proposals

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def agenda(language: str = "fr") -> AgendaPage:
    return section_of("events.agendapage", language).page()


def event(
    *,
    sessions: list[EventSession] | None = None,
    language: str = "fr",
    draft: bool = False,
    translation_of: EventPage | None = None,
    branches=(),
    skills=(),
    **fields,
) -> EventPage:
    """A live event tomorrow at this hour, for two hours, unless told otherwise."""
    fields.setdefault("title", "Une rencontre")
    fields.setdefault("slug", "une-rencontre")
    if translation_of is not None:
        fields["translation_key"] = translation_of.translation_key
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + DAY
    page = EventPage(**fields, live=False)
    page.sessions = sessions or [EventSession(start=start, end=start + 2 * HOUR)]
    for place, session in enumerate(page.sessions.all()):
        session.sort_order = place
    page.branches, page.skills = branches, skills
    below = agenda(language)
    page.locale = below.locale
    below.add_child(instance=page)
    revision = page.save_revision()
    if not draft:
        revision.publish()
        page = EventPage.objects.get(pk=page.pk)
    return page


def session(start: dt.datetime, end: dt.datetime | None = None, **fields) -> EventSession:
    return EventSession(start=start, end=end or start + 2 * HOUR, **fields)


def tomorrow() -> dt.date:
    return timezone.localdate() + DAY


def typed(**changes) -> dict:
    """What somebody types into the form: a free workshop in Esch tomorrow evening, unless told
    otherwise."""
    return {
        "title": "Atelier de sérigraphie",
        "event_type": "workshop",
        "introduction": "On imprime une affiche.",
        "text": "Venez avec un dessin.\n\nTout est fourni.",
        "language": "fr",
        "format": "on-site",
        "locality": "Esch-sur-Alzette",
        "venue": "Kulturfabrik",
        "address": "",
        "online_url": "",
        "free": "on",
        "price": "",
        "registration_url": "",
        "organiser": "Studio Lune",
        "alt": "",
        "when-TOTAL_FORMS": "1",
        "when-INITIAL_FORMS": "0",
        "when-0-day": tomorrow().isoformat(),
        "when-0-start": "18:00",
        "when-0-end": "21:30",
        **changes,
    }


def proposal(title: str = "Atelier", *, by, language: str = "fr", **fields) -> EventProposal:
    """Kept and not sent; tomorrow at this hour, in Esch."""
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + DAY
    page = EventPage(title=title, **{"locality": "Esch-sur-Alzette", **fields})
    page.sessions = [EventSession(start=start, end=start + 2 * HOUR)]
    proposals.set_organiser(page, by=by, name=by.name)
    return proposals.propose(page, key=uuid4(), by=by, language=language)
