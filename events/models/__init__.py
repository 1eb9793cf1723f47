from .agenda import AgendaPage
from .event import EventPage
from .organiser import EventPerson
from .seats import EventSeats, Registration, RegistrationStatus
from .session import EventSession

__all__ = [
    "AgendaPage",
    "EventPage",
    "EventPerson",
    "EventSeats",
    "EventSession",
    "Registration",
    "RegistrationStatus",
]
