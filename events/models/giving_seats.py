"""Giving an event and its sessions the seats that are theirs: rows that its translations share."""

from typing import TYPE_CHECKING, Any

from django.conf import settings

from .seats import EventSeats

if TYPE_CHECKING:
    from .event import EventPage
    from .session import EventSession


def give_seats(event: "EventPage", sessions: "list[EventSession]") -> None:
    """Ties event and sessions to their seats; those of a live one become what it says."""
    seats, _new = EventSeats.objects.get_or_create(
        translation_key=event.translation_key, uid=None, defaults={"title": event.title}
    )
    event.seats = seats
    _find(event, sessions)
    if not event.live:
        return
    if not _has_a_version_for_editors(event):
        seats.title = event.title
    seats.capacity = event.all_seats
    seats.save(update_fields=["title", "capacity"])
    if event.per_session:
        _keep(event, sessions, title=seats.title)


def _find(event: "EventPage", sessions: "list[EventSession]") -> None:
    """By the sessions' uids, never by what a copied page or an old draft says. A session that was
    written anew at the same hours, here or in a translation, is the one that was there."""
    rows: dict[Any, EventSeats] = {}
    if event.per_session:
        found = EventSeats.objects.filter(translation_key=event.translation_key)
        rows = {row.uid: row for row in found.exclude(uid=None)}
    for session in sessions:
        session.seats = rows.pop(session.uid, None)
    for session in sessions:
        same = next((uid for uid, row in rows.items() if row.hours == session.hours), None)
        if session.seats is None and same:
            session.uid, session.seats = same, rows.pop(same)


def _keep(event: "EventPage", sessions: "list[EventSession]", *, title: str) -> None:
    """After the event's own row, which is the lock, and in one order everywhere."""
    for session in sorted(sessions, key=lambda one: (one.seats is None, one.seats_id)):
        kept = {
            "title": title,
            "capacity": event.capacity_of(session),
            "start": session.start,
            "end": session.end,
            "all_day": session.all_day,
        }
        session.seats, _new = EventSeats.objects.update_or_create(
            translation_key=event.translation_key, uid=session.uid, defaults=kept
        )


def _has_a_version_for_editors(event: "EventPage") -> bool:
    """Another one, in the site's own language, after which editors know the event."""
    translations = type(event).objects.filter(translation_key=event.translation_key)
    own = translations.filter(locale__language_code=settings.LANGUAGE_CODE)
    return own.exclude(pk=event.pk).exists()
