"""Events as lists show them: rows, for to make twenty of Wagtail's pages takes longer than to find
them."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.apps import apps

from cluster.core.sections import Section, ancestors_of

from .announced import Announced
from .choices import EventType
from .counted import Counted
from .stretch import Stretch, StretchOfDays

if TYPE_CHECKING:
    from .querysets import EventQuerySet

BESIDE = ("shown", "section", "seats", "every_session")
"""The fields of a listed event that are no column of it, which come first."""


class _Session(NamedTuple):
    page_id: int
    start: dt.datetime
    end: dt.datetime
    all_day: bool
    begins_on: dt.date
    ends_on: dt.date
    more: int
    state: str


class ShownSession(StretchOfDays, _Session):
    """The one that stands for its event in a list: a row of `ListedSession`."""


class _Seats(NamedTuple):
    capacity: int | None
    taken: int
    queued: bool
    closed: bool


class ListedSeats(Counted, _Seats):
    """A row of `EventSeats`."""


class _Held(NamedTuple):
    uid: UUID
    start: dt.datetime
    end: dt.datetime
    all_day: bool
    cancelled: bool
    capacity: int | None
    seats: ListedSeats | None


class HeldSession(Stretch, _Held):
    """A row of `EventSession`."""


@dataclass(frozen=True, slots=True)
class ListedEvent(Announced):
    """A row of `EventQuerySet.for_lists`, with the session that stands for it and the section it is
    in. `every_session` is a tuple of `HeldSession`, or None until they are read; where people
    register for one, to ask before how it stands raises TypeError. See `with_sessions`."""

    shown: ShownSession
    section: Section
    seats: ListedSeats | None
    every_session: Any
    pk: int
    slug: str
    title: str
    url_path: str
    introduction: str
    event_type: str
    state: str
    format: str
    venue: str
    address: str
    locality: str
    free: bool
    price: str
    level: str
    languages: list[str]
    longitude: float | None
    latitude: float | None
    branch_slugs: list[str]
    skill_slugs: list[str]
    last_end: dt.datetime | None
    registration: str
    registration_for: str
    capacity: int | None
    sold_out: bool
    first_published_at: dt.datetime | None
    last_published_at: dt.datetime | None

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


OWN = tuple(field.name for field in fields(ListedEvent) if field.name not in BESIDE)
OF_SEATS = ("seats_id", *(f"seats__{name}" for name in ListedSeats._fields))
COLUMNS = (*OWN, *OF_SEATS)
"""What a row is asked for, in the order it is taken apart in."""
OF_A_SESSION = tuple(name for name in HeldSession._fields if name != "seats")


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


def with_sessions(events: Iterable[ListedEvent]) -> list[ListedEvent]:
    """With all their sessions, in the editors' order: one query."""
    every = list(events)
    held: dict[int, list[HeldSession]] = {event.pk: [] for event in every}
    sessions = apps.get_model("events.EventSession")._default_manager.filter(page__in=held)
    for row in sessions.values_list("page_id", *OF_A_SESSION, *OF_SEATS):
        page, own, seats = row[0], row[1 : -len(OF_SEATS)], row[-len(OF_SEATS) :]
        told: dict[str, Any] = dict(zip(OF_A_SESSION, own, strict=True))
        held[page].append(HeldSession(**told, seats=_seats(seats)))
    return [replace(event, every_session=tuple(held[event.pk])) for event in every]


def with_seats_of_sessions(events: Iterable[ListedEvent]) -> list[ListedEvent]:
    """With their sessions, where people register for one: one query where they do for some."""
    every = list(events)
    each = [event for event in every if event.per_session]
    read = {event.pk: event for event in with_sessions(each)} if each else {}
    return [read.get(event.pk, event) for event in every]


def _event(row: Any, shown: ShownSession, section: Section) -> ListedEvent:
    own, seats = row[: len(OWN)], row[len(OWN) :]
    told: dict[str, Any] = dict(zip(OWN, own, strict=True))
    return ListedEvent(
        shown=shown, section=section, seats=_seats(seats), every_session=None, **told
    )


def _seats(columns: Any) -> ListedSeats | None:
    return None if columns[0] is None else ListedSeats(*columns[1:])
