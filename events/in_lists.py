"""Events as lists show them: rows, for to make twenty of Wagtail's pages takes longer than to find
them."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.utils import timezone

from cluster.core.sections import Section, ancestors_of

from .announced import Announced
from .choices import EventType
from .counted import Counted, total
from .stretch import StretchOfDays

if TYPE_CHECKING:
    from .querysets import EventQuerySet

BESIDE = ("shown", "section", "seats", "left_of_sessions")
"""The fields of a listed event that are no column of it, which come first."""


class _Session(NamedTuple):
    page_id: int
    start: dt.datetime
    end: dt.datetime
    all_day: bool
    begins_on: dt.date
    ends_on: dt.date
    more: int


class ShownSession(StretchOfDays, _Session):
    """The one that stands for its event in a list: a row of `ListedSession`."""


class _Seats(NamedTuple):
    capacity: int | None
    taken: int
    queued: bool
    closed: bool


class ListedSeats(Counted, _Seats):
    """A row of `EventSeats`."""


@dataclass(frozen=True, slots=True)
class ListedEvent(Announced):
    """A row of `EventQuerySet.for_lists`, with the session that stands for it and the section it is
    in. `left_of_sessions`, and how it stands where people register for one session, are known once
    they are counted: see `with_seats_of_sessions`."""

    shown: ShownSession
    section: Section
    seats: ListedSeats | None
    left_of_sessions: int | None
    pk: int
    title: str
    url_path: str
    introduction: str
    event_type: str
    state: str
    format: str
    locality: str
    free: bool
    longitude: float | None
    latitude: float | None
    branch_slugs: list[str]
    last_end: dt.datetime | None
    registration: str
    registration_for: str
    capacity: int | None

    @property
    def language(self) -> str:
        return self.section.language

    @property
    def link(self) -> str:
        """The address without host."""
        return self.section.address_of(self.url_path)

    @property
    def kind(self) -> str:
        return str(EventType(self.event_type).label)

    @property
    def seats_left(self) -> int | None:
        """For somebody who comes now."""
        if self.per_session:
            return self.left_of_sessions
        return self.seats.open_left if self.seats else self.capacity


OWN = tuple(field.name for field in fields(ListedEvent) if field.name not in BESIDE)
COLUMNS = (*OWN, "seats_id", *(f"seats__{name}" for name in ListedSeats._fields))
"""What a row is asked for, in the order it is taken apart in."""


def events_of(sessions: Collection[ShownSession], events: "EventQuerySet") -> list[ListedEvent]:
    """Those of `events` that the sessions are of, in their order, and that have an address: one
    query."""
    found = events.filter(pk__in=[one.page_id for one in sessions]).order_by()
    rows: dict[int, Any] = {row.pk: row for row in found.for_lists()}
    return [
        _event(row, session, above[-1])
        for session in sessions
        if (row := rows.get(session.page_id)) and (above := ancestors_of(row.url_path))
    ]


def with_seats_of_sessions(events: Iterable[ListedEvent]) -> list[ListedEvent]:
    """Counted where people register for one session: one query where they do for some."""
    every = list(events)
    counted = {event.pk: event.capacity for event in every if event.per_session}
    left = _left_of_sessions(counted) if counted else {}
    return [
        replace(event, left_of_sessions=left[event.pk]) if event.per_session else event
        for event in every
    ]


def _event(row: Any, session: ShownSession, section: Section) -> ListedEvent:
    own, seats = row[: len(OWN)], row[len(OWN) + 1 :]
    counted = ListedSeats(*seats) if row.seats_id else None
    return ListedEvent(session, section, counted, None, *own)


def _left_of_sessions(capacities: Mapping[int, int | None]) -> dict[int, int | None]:
    """Of those to come; `capacities` is by event that of a session which says nothing else."""
    sessions: Any = apps.get_model("events.EventSession")._default_manager
    to_come = sessions.filter(page__in=capacities, end__gte=timezone.now()).select_related("seats")
    left: dict[int, list[int | None]] = {pk: [] for pk in capacities}
    for session in to_come:
        own = capacities[session.page_id] if session.capacity is None else session.capacity
        left[session.page_id].append(session.seats.open_left if session.seats else own)
    return {pk: total(numbers) for pk, numbers in left.items()}
