"""The only writer of what the agenda lists: of each event, for each language, the version that its
readers find, if anybody may read one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from cluster.core.sections import open_to_all
from cluster.core.shown import shown_differently
from events.choices import State
from events.listed import LISTED, joined
from events.stretch import SHORTEST

from .listed import ListedSession
from .seats import EventSeats

if TYPE_CHECKING:
    from .event import EventPage

AT_ONCE = 200
COPIED = ("event_type", "state", "format", "level", "free", "longitude", "latitude")
BEFORE_ALL, AFTER_ALL = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (1900, 9000))


@transaction.atomic
def list_anew(keys: Collection[UUID]) -> None:
    """The events of these translation keys, in place of what was listed of them. Whoever changes
    another version meanwhile waits, or neither would know of the other."""
    seats = EventSeats.objects.filter(translation_key__in=keys, uid=None).order_by("pk")
    list(seats.select_for_update().values_list("pk"))
    versions: dict[UUID, list[EventPage]] = defaultdict(list)
    for page in _readable(keys):
        versions[page.translation_key].append(page)
    ListedSession.objects.filter(page__translation_key__in=keys).delete()
    ListedSession.objects.bulk_create(
        (row for pages in versions.values() for row in _rows(pages)), batch_size=1_000
    )
    LISTED.move()
    shown_differently.send(ListedSession)


def list_below(path: str) -> None:
    """The events at or below a place in the tree, for when who may read them has changed."""
    _list_all(_events().filter(path__startswith=path))


def rebuild() -> int:
    """Everything, some events at a time, so that whoever reads meanwhile finds the others; how
    many events that was."""
    return _list_all(_events())


def _list_all(events: Any) -> int:
    keys = list(events.order_by().values_list("translation_key", flat=True).distinct())
    for first in range(0, len(keys), AT_ONCE):
        list_anew(keys[first : first + AT_ONCE])
    return len(keys)


def _events() -> Any:
    page: Any = ListedSession._meta.get_field("page")
    return page.related_model._default_manager.all()


def _readable(keys: Collection[UUID]) -> Any:
    found = open_to_all(_events()).filter(translation_key__in=keys, alias_of=None)
    return found.select_related("locale").prefetch_related("sessions").order_by("pk")


def _rows(versions: list["EventPage"]) -> Iterator[ListedSession]:
    codes = [code for code, _name in settings.LANGUAGES]
    for language in codes:
        order = [language, *codes]
        best = min(versions, key=lambda page: _rank(page, order))
        yield from _of_language(best, language)


def _rank(page: "EventPage", order: list[str]) -> int:
    code = page.locale.language_code
    return order.index(code) if code in order else len(order)


def _of_language(page: "EventPage", language: str) -> Iterator[ListedSession]:
    same = {name: getattr(page, name) for name in COPIED} | {
        "branches": joined(page.branch_slugs),
        "skills": joined(page.skill_slugs),
        "languages": joined(page.languages),
    }
    sessions = sorted(page.sessions.all(), key=lambda session: (session.start, session.pk))
    earlier = BEFORE_ALL
    starts = [*(session.start for session in sessions), AFTER_ALL]
    for number, session in enumerate(sessions, start=1):
        until = max(session.end, session.start + SHORTEST)
        yield ListedSession(
            language=language,
            page=page,
            session=session,
            start=session.start,
            end=session.end,
            all_day=session.all_day,
            until=until,
            begins_on=session.first_day,
            ends_on=session.last_day,
            earlier=earlier,
            later=starts[number],
            more=sum(not one.cancelled for one in sessions[number:]),
            **same | ({"state": State.CANCELLED} if session.cancelled else {}),
        )
        earlier = max(earlier, until)
