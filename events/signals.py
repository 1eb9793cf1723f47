from .models import EventPage
from .registration import open_more


def seats_may_have_grown(instance: EventPage, **_kwargs) -> None:
    open_more(instance)
