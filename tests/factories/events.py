import datetime as dt

from django.utils import timezone

from cluster.core.sections import section_of
from events.models import AgendaPage, EventPage, EventSession

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
    page.branches = branches
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
