from .agenda import AgendaPage
from .arrival import Arrival
from .event import EventPage
from .listed import ListedSession
from .mailing import Audience, EventMailing, MailingCopy
from .organiser import EventPerson
from .programme import ProgrammeEvent
from .proposal import EventProposal, EventReview, in_review
from .question import EventQuestion
from .seats import EventSeats, Letter, Registration, RegistrationStatus
from .session import EventSession

__all__ = [
    "AgendaPage",
    "Arrival",
    "Audience",
    "EventMailing",
    "EventPage",
    "EventPerson",
    "EventProposal",
    "EventQuestion",
    "EventReview",
    "EventSeats",
    "EventSession",
    "Letter",
    "ListedSession",
    "MailingCopy",
    "ProgrammeEvent",
    "Registration",
    "RegistrationStatus",
    "in_review",
]
